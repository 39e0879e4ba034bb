import { performance } from 'node:perf_hooks';
import { afterEach, describe, expect, it } from 'vitest';
import type { PageReader } from '../../src/ports/index.ts';
import { createPageReader, type PageReaderOptions } from '../../src/worker/reader.ts';

const open: PageReader[] = [];
function reader(options?: PageReaderOptions): PageReader {
  const made = createPageReader(options);
  open.push(made);
  return made;
}
afterEach(() => Promise.all(open.splice(0).map((made) => made.close())));

function page(body: string) {
  return {
    body: new TextEncoder().encode(body),
    status: 200,
    finalUrl: 'http://source.example/post',
    headers: [['content-type', 'text/html; charset=utf-8']] as const,
    target: 'http://target.example/x',
  };
}
const LINKING = '<title>Hello</title><p>See <a href="http://target.example/x">this</a>.';
const UNRULY = new URL('./threads/unruly.mjs', import.meta.url);

describe('the reader thread', () => {
  it('reads a page and leaves its bytes alone', async () => {
    const input = page(LINKING);
    const answer = await reader().read('page', input);
    expect(answer).toMatchObject({
      ok: true,
      reading: { level: 'L0', entry: { title: 'Hello' }, links: [{ anchor: 'this' }] },
    });
    expect(input.body.byteLength).toBe(LINKING.length);
  });

  it('reads a body that is a view into a larger buffer', async () => {
    const pool = new TextEncoder().encode(`junk${LINKING}junk`);
    const answer = await reader().read('page', { ...page(''), body: pool.subarray(4, -4) });
    expect(answer).toMatchObject({ ok: true, reading: { level: 'L0', entry: { excerpt: '[…] See this. […]' } } });
  });

  it('survives the deepest page there is within a megabyte', async () => {
    const deep = await reader({ deadline: 20_000 }).read(
      'page',
      page(`<article class="h-entry">${'<div>'.repeat(200_000)}${LINKING}`),
    );
    expect(deep).toMatchObject({ ok: true, reading: { level: 'L0' } });
  });

  it('answers pages in the order they came, from one warm thread', async () => {
    const one = reader({ entry: UNRULY, threads: 1 });
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map((body) => one.read('page', page(body))));
    expect(answers).toEqual(
      ['a', 'b', 'c', 'd'].map((fault, index) => ({ ok: true, reading: { pages: index + 1, fault } })),
    );
  });
});

describe('a second thread', () => {
  it('is started for pages that wait for long, not because two came at once', async () => {
    const readBy = async (patience: number, faults: readonly string[]) => {
      const two = reader({ entry: UNRULY, deadline: 10_000, patience });
      const answers = await Promise.all(faults.map((fault) => two.read('page', page(fault))));
      return answers.map((answer) => answer.ok && answer.reading);
    };
    expect(await readBy(60_000, ['a', 'b', 'c'])).toMatchObject([{ pages: 1 }, { pages: 2 }, { pages: 3 }]);
    expect(await readBy(100, ['slow', 'a'])).toMatchObject([{ pages: 1 }, { pages: 1 }]);
  });
});

describe('poison', () => {
  it.each([
    ['throw', 'poisoned'],
    ['exit', 'ended'],
    ['eat', 'memory'],
    ['recurse', 'stack'],
  ])('a page that makes the parser %s is named and the next one is read', async (fault, word) => {
    const one = reader({ entry: UNRULY, threads: 1, deadline: 20_000 });
    const [bad, good] = await Promise.all([one.read('page', page(fault)), one.read('page', page('fine'))]);
    expect(bad).toMatchObject({ ok: false, kind: 'poison', reason: expect.stringContaining(word) });
    expect(good).toEqual({ ok: true, reading: { pages: 1, fault: 'fine' } });
  });

  it('a page that spins is killed a second after its own beginning, those behind it are not', async () => {
    const one = reader({ entry: UNRULY, threads: 1 });
    await one.read('page', page('warm up'));
    const began = performance.now();
    const results = await Promise.all([
      one.read('page', page('spin')),
      one.read('page', page('spin')),
      one.read('page', page('fine')),
    ]);
    const took = performance.now() - began;
    expect(results.map(({ ok }) => ok)).toEqual([false, false, true]);
    expect(results[0]).toMatchObject({ kind: 'poison', reason: 'Reading the page took more than 1000 ms.' });
    expect(took).toBeGreaterThan(1_900);
    // Three seconds by the clock each, where a busy machine gives them no whole second of the processor.
    expect(took).toBeLessThan(10_000);
  });

  it('a page that takes nearly its whole second holds up no other for long', async () => {
    const two = reader({ entry: UNRULY, deadline: 10_000 });
    const ended: string[] = [];
    const read = async (fault: string) => {
      await two.read('page', page(fault));
      ended.push(fault);
    };
    await Promise.all([read('slow'), ...['a', 'b', 'c', 'd'].map(read)]);
    expect(ended).toEqual(['a', 'b', 'c', 'd', 'slow']);
  });

  it('a page that dies of what an earlier one did is read in a fresh thread', async () => {
    const one = reader({ entry: UNRULY, threads: 1 });
    await one.read('page', page('spoils the thread'));
    expect(await one.read('page', page('throw unless first'))).toEqual({
      ok: true,
      reading: { pages: 1, fault: 'throw unless first' },
    });
  });

  it('a page that was read in time is not killed because the event loop was held up', async () => {
    const one = reader({ entry: UNRULY, threads: 1, deadline: 300 });
    await one.read('page', page('warm up'));
    const reading = one.read('page', page('fine'));
    // In the check phase: timers are next, before the answer that lies there is looked at.
    setImmediate(() => {
      const until = performance.now() + 400;
      while (performance.now() < until);
    });
    expect(await reading).toMatchObject({ ok: true, reading: { fault: 'fine' } });
  });

  it('keeps the event loop free meanwhile', async () => {
    const one = reader({ entry: UNRULY, threads: 1, deadline: 300 });
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 10);
    await one.read('page', page('spin'));
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(5);
  });
});

describe('the end', () => {
  it('rejects when the thread cannot start, which is no fault of the page', async () => {
    const broken = reader({ entry: new URL('./threads/stillborn.mjs', import.meta.url) });
    await expect(broken.read('page', page('fine'))).rejects.toThrow('did not start: no such parser');
  });

  it('rejects what was waiting, and closing twice is fine', async () => {
    const one = reader({ entry: UNRULY, threads: 1 });
    const reads = [one.read('page', page('spin')), one.read('page', page('fine'))].map((read) =>
      expect(read).rejects.toThrow('closed'),
    );
    await one.close();
    await one.close();
    await Promise.all(reads);
    await expect(one.read('page', page('fine'))).rejects.toThrow('closed');
  });
});
