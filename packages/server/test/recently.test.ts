import { expect, test } from 'vitest';
import { createRecently } from '../src/recently.ts';

function setUp() {
  let now = 5_000;
  const asked: PromiseWithResolvers<string>[] = [];
  const recently = createRecently({ now: () => now }, () => {
    const next = Promise.withResolvers<string>();
    asked.push(next);
    return next.promise;
  });
  return { recently, asked, at: (ms: number) => (now = ms) };
}

test('is asked once by all who come meanwhile, and known at once afterwards', async () => {
  const { recently, asked } = setUp();
  const [one, other] = [recently(), recently()];
  expect(asked).toHaveLength(1);
  asked[0]?.resolve('yes');
  expect(await Promise.all([one, other])).toEqual(['yes', 'yes']);
  expect(recently()).toBe('yes');
});

test('asks anew after a second, and lets nobody have what was true before', async () => {
  const { recently, asked, at } = setUp();
  const first = recently();
  asked[0]?.resolve('old');
  await first;
  at(5_999);
  expect(recently()).toBe('old');
  at(6_000);
  const second = recently();
  expect(recently()).toBeInstanceOf(Promise);
  asked[1]?.resolve('new');
  expect(await second).toBe('new');
  expect(recently()).toBe('new');
});

test('asks anew when the clock was set back', async () => {
  const { recently, asked, at } = setUp();
  const first = recently();
  asked[0]?.resolve('old');
  await first;
  at(1_000);
  recently();
  expect(asked).toHaveLength(2);
});

test('takes a failure for no answer', async () => {
  const { recently, asked } = setUp();
  const first = recently();
  asked[0]?.reject(new Error('away'));
  await expect(first).rejects.toThrow('away');
  recently();
  expect(asked).toHaveLength(2);
});

test('an answer that comes after a younger question was asked does not count', async () => {
  const { recently, asked, at } = setUp();
  const first = recently();
  at(7_000);
  const second = recently();
  asked[0]?.resolve('old');
  expect(await first).toBe('old');
  expect(recently()).toBeInstanceOf(Promise);
  asked[1]?.resolve('new');
  expect(await second).toBe('new');
  expect(recently()).toBe('new');
});
