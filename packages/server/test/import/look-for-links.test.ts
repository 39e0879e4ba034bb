import { expect, it } from 'vitest';
import { noCounts, type Skip } from '../../src/import/counts.ts';
import { FORMATS } from '../../src/import/formats/index.ts';
import { readFile } from '../../src/import/read-file.ts';
import { type TakeDeps, takeIn } from '../../src/import/take-in.ts';
import { isPublic } from '../../src/mention.ts';
import { HOUR, linking, openHouse, silent } from '../inbound/house.ts';
import { bytes } from './reading.ts';

type House = Awaited<ReturnType<typeof openHouse>>;
const [BOB, CARLA, DORA] = ['https://bob.example/1', 'https://carla.example/', 'https://dora.example/x'];
const LATEST = `Linking page,Last crawled\n${BOB},2026-08-05\n${CARLA},2026-08-01\n`;
const TWO =
  '<!doctype html><a href="https://alice.example/post?utm_source=x">one</a> <a href="https://alice.example/post">again</a>' +
  '<a href="//www.alice.example/tea">two</a> <a href="https://else.example/">other</a>';

async function take(house: House, text: string, more: Partial<TakeDeps> = {}) {
  const counts = noCounts();
  const skips: Skip[] = [];
  const { format, found } = await readFile(bytes(text), FORMATS);
  const problem = await takeIn(found, format.name, counts, {
    ...house.receiving,
    onSkip: (skip) => skips.push(skip),
    ...more,
  });
  return { ...counts, problem, skips };
}

const lineUp = (house: House, mostOfGroup = 4) =>
  house.store.imports.lineUp({ at: house.time.now, most: 100, mostOfGroup });

async function searchAll(house: House) {
  while ((await lineUp(house)) > 0) await house.pass(12 * HOUR);
  return house.store.linkingPages.list({ without: false, limit: 99 });
}

it('looks on each page for all links to our sites, which are then verified and held like any other', async () => {
  await using house = await openHouse();
  house.web.set(BOB, TWO);
  house.web.set(CARLA, silent);
  expect(await take(house, LATEST)).toMatchObject({ read: 2, linking: 2, taken: { named: 0 }, skips: [] });
  expect(await house.store.mentions.list({ limit: 9 })).toEqual([]);
  expect(await house.store.linkingPages.counts()).toEqual({ waiting: 2, searched: 0, withLinks: 0, links: 0 });
  const searched = await searchAll(house);
  expect(searched.map(({ source, links, fresh, reason }) => [source, links, fresh, reason])).toEqual(
    expect.arrayContaining([
      [BOB, 2, 2, 'It links to 2 of your pages, 2 of these links are new.'],
      [CARLA, 0, 0, 'It has no link to your pages.'],
    ]),
  );
  const mentions = await house.store.mentions.list({ limit: 9 });
  expect(mentions.map(({ source, target, link, moderation }) => [source, target, link, moderation]).sort()).toEqual([
    [BOB, 'https://alice.example/post?utm_source=x', 'live', 'pending'],
    [BOB, 'https://alice.example/tea', 'live', 'pending'],
  ]);
  expect(mentions.some(isPublic)).toBe(false);
  expect((await house.store.mentions.trace(mentions[0]?.id ?? ''))[1]).toMatchObject({
    step: 'screened',
    reason: 'It was found on a page that a list of linking pages names; nobody announced it.',
  });
});

it('names each page once a week, and looks again when it is named after that', async () => {
  await using house = await openHouse();
  house.web.set(BOB, linking());
  expect(await take(house, LATEST + LATEST.split('\n')[1])).toMatchObject({ linking: 2, skipped: { searched: 1 } });
  expect(await take(house, LATEST)).toMatchObject({ linking: 0, skipped: { searched: 2 } });
  const first = (await searchAll(house)).map(({ reason }) => reason);
  expect(first).toContain('It links to 1 of your pages, and this link is new.');
  expect(await take(house, LATEST)).toMatchObject({ linking: 0, skipped: { searched: 2 } });
  await house.pass(8 * 24 * HOUR);
  house.web.set(BOB, TWO);
  expect(await take(house, LATEST)).toMatchObject({ linking: 2 });
  const [bob] = (await searchAll(house)).filter(({ source }) => source === BOB);
  const reason = 'It links to 2 of your pages, 1 of these links is new.';
  expect(bob).toMatchObject({ links: 2, fresh: 1, reason });
});

it('searches a page once and for all sites, whichever of them it was named for', async () => {
  await using house = await openHouse();
  const [alice] = house.directory.sites();
  if (!alice) throw new Error('There is no site.');
  await house.store.sites.configure({ ...alice, id: 'rose.example', url: 'https://rose.example/', name: 'Rose' });
  await house.directory.refresh();
  house.web.set(BOB, `${TWO}<a href="https://rose.example/jam">three</a>`);
  const list = `Linking page\n${BOB}\n`;
  expect(await take(house, list, { sites: ['rose.example'] })).toMatchObject({ linking: 1 });
  for (const sites of [undefined, [alice.id], ['rose.example']])
    expect(await take(house, list, { sites })).toMatchObject({ linking: 0, skipped: { searched: 1 } });
  expect(await searchAll(house)).toMatchObject([{ source: BOB, links: 3, fresh: 3 }]);
  expect(await take(house, list)).toMatchObject({ linking: 0, skipped: { searched: 1 } });
  expect(await house.store.linkingPages.counts()).toEqual({ waiting: 0, searched: 1, withLinks: 1, links: 3 });
});

it('stores nothing when it only looks, and says what it would look at', async () => {
  await using house = await openHouse();
  const would: string[] = [];
  const onLinking = (place: string, source: string) => would.push(`${place} ${source}`);
  expect(await take(house, LATEST + LATEST.split('\n')[1], { isDry: true, onLinking })).toMatchObject({
    linking: 2,
    skipped: { searched: 1 },
  });
  expect(would).toEqual([`line 2 ${BOB}`, `line 3 ${CARLA}`]);
  expect((await house.store.linkingPages.counts()).waiting).toBe(0);
});

it('asks for nothing that is ours, blocked, removed or never to be asked', async () => {
  await using house = await openHouse();
  const own = 'https://alice.example/blogroll';
  const text = `Linking page\n${own}\nhttp://10.0.0.1/x\n${BOB}\n${CARLA}\n`;
  await house.store.rules.add({
    ...{ id: 'r', site: 'alice.example', scope: 'host', value: 'bob.example', action: 'block', createdAt: 1 },
  });
  expect(await take(house, text)).toMatchObject({ linking: 2, skipped: { own: 1, unreadable: 1 } });
  house.web.set(CARLA, TWO);
  house.redirects.set(CARLA, own);
  house.web.set(own, TWO);
  const searched = await searchAll(house);
  expect(new Map(searched.map(({ source, reason }) => [source, reason]))).toEqual(
    new Map([
      [BOB, 'Your rules and lists turn it away, so it was not asked for.'],
      [CARLA, 'It leads to a page of one of your own sites.'],
    ]),
  );
  expect(house.asked).toEqual([CARLA]);
});

it('tries again what is out of reach, three times, and says in the end why nothing was found', async () => {
  await using house = await openHouse();
  house.web.set(BOB, 503);
  house.web.set(CARLA, 410);
  house.web.set(DORA, 'dns');
  await take(house, `${LATEST}${DORA},\n`);
  const searched = await searchAll(house);
  expect(new Map(searched.map(({ source, reason }) => [source, reason]))).toEqual(
    new Map([
      [BOB, 'The source answered 503 instead of a page.'],
      [CARLA, 'The source answered 410: the page is gone.'],
      [DORA, 'No answer: dns.'],
    ]),
  );
  expect(house.asked.filter((url) => url === BOB)).toHaveLength(3);
  expect((await house.store.linkingPages.list({ without: true, limit: 2 })).length).toBe(2);
});

it('takes a hundred links of one page and says that there are more', async () => {
  await using house = await openHouse();
  const links = Array.from({ length: 150 }, (_, n) => `<a href="https://alice.example/${n}">x</a>`).join(' ');
  house.web.set(BOB, `<!doctype html>${links}`);
  await take(house, `Linking page\n${BOB}\n`);
  await lineUp(house);
  await house.pass(HOUR);
  expect((await house.store.linkingPages.list({ without: false, limit: 2 }))[0]).toMatchObject({
    links: 100,
    reason: expect.stringContaining('has more links than are taken'),
  });
});

it('is done again without harm by whoever takes over, and looked for within the lines of others', async () => {
  await using house = await openHouse();
  house.web.set(BOB, TWO);
  await take(house, `Linking page\n${[1, 2, 3, 4, 5].map((n) => `https://bob.example/${n}`).join('\n')}\n`);
  await lineUp(house, 2);
  // Two of a host at once in the queue, one at a time under way.
  expect((await house.store.jobs.counts()).waiting).toBe(3);
  const [job] = await house.store.jobs.claim({ now: house.time.now, limit: 1, leaseMs: 1, kinds: ['verify'] });
  expect(job?.subject).toMatch(/^links /);
  await house.pass(HOUR);
  while ((await lineUp(house)) > 0) await house.pass(HOUR);
  expect(await house.store.mentions.list({ limit: 9 })).toHaveLength(2);
  expect(await house.store.linkingPages.counts()).toMatchObject({ waiting: 0, searched: 5, withLinks: 1, links: 2 });
});
