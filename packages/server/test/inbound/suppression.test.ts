import { expect, it } from 'vitest';
import { noCounts } from '../../src/import/counts.ts';
import { FORMATS } from '../../src/import/formats/index.ts';
import { readFile } from '../../src/import/read-file.ts';
import { takeIn } from '../../src/import/take-in.ts';
import { readWhom, removeOnRequest } from '../../src/inbound/removal.ts';
import type { Whom } from '../../src/ports/index.ts';
import { bytes } from '../import/reading.ts';
import { HOUR, linking, openHouse, SOURCE, TARGET } from './house.ts';

type House = Awaited<ReturnType<typeof openHouse>>;

async function remove(house: House, whom: Whom) {
  const removed = await removeOnRequest(house.receiving, whom, { wish: 'theirs', mayReturn: false });
  if (!removed.ok) throw new Error(`Not removed: ${JSON.stringify(removed)}.`);
  house.time.now += 2_000;
  return removed.receipt;
}

const byBob = (url = 'https://bob.example/') =>
  `<!doctype html><title>An answer</title><div class="h-entry"><a class="p-author h-card" href="${url}">Bob Builder</a>
   <p class="e-content">Look at <a class="u-in-reply-to" href="${TARGET}">this post</a>.</p></div>`;

const all = (house: House) => house.store.mentions.list({ limit: 9 });

it('what was removed on request comes back by no way', async () => {
  await using house = await openHouse();
  house.web.set(SOURCE, linking());
  await house.tell();
  await house.pass(HOUR);
  await house.desk.moderate([(await house.only()).id], 'approved');
  const receipt = await remove(house, { host: 'bob.example' });
  expect(receipt).toMatchObject({ kind: 'host', whom: 'bob.example', wish: 'theirs', erased: { mentions: 1 } });
  const query = { targetKeys: [], sites: ['alice.example'], limit: 9, offset: 0 };
  expect((await house.store.tombstones.list(query)).rows).toMatchObject([{ source: '' }]);

  // A notification and a visit by Refback: the sender reads what everybody reads.
  for (const protocol of ['pingback', 'webmention', 'refback'] as const)
    expect(await house.tell('https://www.bob.example/other', TARGET, protocol)).toMatchObject({ outcome: 'accepted' });
  // An import.
  const children = [{ 'wm-source': SOURCE, 'wm-target': TARGET }];
  const counts = noCounts();
  const { found } = await readFile(bytes(JSON.stringify({ children })), FORMATS);
  await takeIn(found, 'JF2', counts, house.receiving);
  expect(counts.skipped).toEqual({ removed: 1 });
  // A redirect that leads there, which shows only when it is looked at.
  house.redirects.set('https://short.example/x', SOURCE);
  await house.tell('https://short.example/x');
  await house.pass(HOUR);
  expect(await all(house)).toEqual([]);
  const refusals = await house.store.refusals.list({ limit: 9 });
  expect(refusals.map(({ source, reason }) => [source, reason])).toEqual(
    refusals.map(() => ['', 'It was removed on request.']),
  );
});

it('neither by a re-check of what came in meanwhile', async () => {
  await using house = await openHouse();
  house.web.set(SOURCE, linking());
  await house.tell();
  // Between two processes: it is let in nowhere, and was let in before.
  const hash = await import('../../src/inbound/suppression.ts').then(({ createSuppression }) =>
    createSuppression(house.receiving).hashOf({ url: 'http://bob.example/answer' }),
  );
  await house.store.suppressions.add({ id: 's', kind: 'page', at: 1, wish: 'owner', hash });
  await house.pass(HOUR);
  expect(await all(house)).toEqual([]);
  expect(house.asked).toEqual([]);
});

it.each([
  ['by the address of the page', { author: 'https://bob.example/' }],
  ['by the name', { author: 'bob builder' }],
] as const)('an author is removed %s, wherever they write', async (_, whom) => {
  await using house = await openHouse();
  house.web.set('https://one.example/', byBob());
  house.web.set('https://two.example/', linking());
  house.web.set('https://three.example/', byBob('https://bob.example'));
  await house.tell('https://one.example/');
  await house.tell('https://two.example/');
  await house.pass(HOUR);
  expect((await remove(house, whom)).erased.mentions).toBe(1);
  await house.tell('https://three.example/');
  await house.pass(HOUR);
  expect((await all(house)).map(({ source }) => source)).toEqual(['https://two.example/']);
});

it('keeps nothing that says who it was, and can be lifted', async () => {
  await using house = await openHouse();
  const { id } = await remove(house, { host: 'bob.example' });
  const [kept] = await house.store.suppressions.list();
  expect(kept).toMatchObject({ id, kind: 'host', erased: { mentions: 0 } });
  expect(JSON.stringify(kept)).not.toContain('bob');
  expect(await house.store.suppressions.lift(id ?? '')).toBe(true);
  expect(await house.store.suppressions.lift(id ?? '')).toBe(false);
  house.time.now += 2_000;
  house.web.set(SOURCE, linking());
  await house.tell();
  expect(await all(house)).toHaveLength(1);
});

it('asked for twice is one', async () => {
  await using house = await openHouse();
  const first = await remove(house, { host: 'bob.example' });
  const second = await remove(house, { host: 'BOB.example' });
  expect(second.id).toBe(first.id);
});

it.each(['http://bob.example/answer', 'https://bob.example/answer?', 'https://bob.example/answer?utm_source=x'])(
  'a page is removed, and known again, by any spelling of its address: %s',
  async (url) => {
    await using house = await openHouse();
    house.web.set(SOURCE, linking());
    await house.tell();
    await house.pass(HOUR);
    expect(SOURCE).toBe('https://bob.example/answer');
    expect((await remove(house, { url })).erased.mentions).toBe(1);
    for (const again of [SOURCE, `${SOURCE}?`, `${SOURCE}?fbclid=x`, SOURCE.replace('https', 'http')])
      await house.tell(again);
    await house.pass(HOUR);
    expect(await all(house)).toEqual([]);
  },
);

it('all sites under a public suffix are removed only when that is said', async () => {
  await using house = await openHouse();
  const whom = { host: 'co.uk' };
  const options = { wish: 'theirs', mayReturn: false } as const;
  expect(await removeOnRequest(house.receiving, whom, options)).toEqual({ ok: false, suffix: 'co.uk' });
  expect(await removeOnRequest(house.receiving, whom, { ...options, wholeSuffix: true })).toMatchObject({ ok: true });
});

it('the owner’s own site is not removed', async () => {
  await using house = await openHouse();
  for (const whom of [{ host: 'alice.example' }, { host: 'example' }, { url: 'https://alice.example/post' }])
    expect(await removeOnRequest(house.receiving, whom, { wish: 'owner', mayReturn: false })).toMatchObject({
      ok: false,
    });
  expect(await house.store.suppressions.list()).toEqual([]);
});

it.each([
  ['https://bob.example/a', undefined, { url: 'https://bob.example/a' }],
  ['bob.example', undefined, { host: 'bob.example' }],
  ['https://bob.example/a', 'host', { host: 'bob.example' }],
  ['bob.example', 'page', undefined],
  ['bob', undefined, undefined],
  ['bob.example/a', undefined, undefined],
  ['Bob', 'author', { author: 'Bob' }],
  [' ', 'author', undefined],
] as const)('%s as %s', (text, kind, whom) => {
  expect(readWhom(text, kind)).toEqual(whom);
});

it.each([
  ['https://bob.example/answer', 'http://www.bob.example/answer/?ref=newsletter&utm_source=x', true],
  ['https://bob.example/answer', 'https://bob.example/answer?replytocom=7', true],
  ['https://www.bob.example/answer/', 'https://bob.example/answer', true],
  ['https://bob.example/answer?p=1', 'https://bob.example/answer?p=2', false],
  ['https://bob.example/answer?p=1', 'https://bob.example/answer', false],
  ['https://bob.example/answer', 'https://bob.example/answer/more?x=1', false],
  ['https://bob.example/answer', 'https://bob.example/answers?x=1', false],
  ['https://bob.example/answer', 'https://notbob.example/answer', false],
  ['https://bob.example/answer?p=1', 'https://bob.example/answer/?p=1', true],
  ['https://bob.example/', 'http://www.bob.example/?fbclid=1', true],
])('%s asked for, %s came: the same page is %s', async (asked, came, isSame) => {
  await using house = await openHouse();
  house.web.set(came, linking());
  await house.tell(came);
  await house.pass(HOUR);
  await house.store.refusals.add({
    ...{ id: 'refused', site: 'alice.example', protocol: 'pingback', source: came, target: TARGET },
    ...{ reason: 'Whatever.', at: house.time.now },
  } as const);
  const whom = readWhom(asked, 'page') as Whom;
  expect((await remove(house, whom)).erased).toMatchObject({ mentions: isSame ? 1 : 0, refusals: isSame ? 1 : 0 });
  await house.tell(came);
  expect((await all(house)).length).toBe(isSame ? 0 : 1);
});
