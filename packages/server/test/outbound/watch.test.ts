import { describe, expect, it } from 'vitest';
import { createDeliverHandler } from '../../src/outbound/deliver.ts';
import { publish } from '../../src/outbound/publish.ts';
import { createWatchHandler } from '../../src/outbound/watch.ts';
import { BLOG, blog, type Handlers, openHouse } from './house.ts';
import type { ScriptedReply } from './scripted-web.ts';

const FEED = `${BLOG}feed.xml`;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WATCHED = blog({ feed: FEED });
const RPC = 'https://bob.example/rpc';

type House = Awaited<ReturnType<typeof openHouse>>;

const feed = (
  paths: readonly string[],
  headers: Record<string, string> = { 'cache-control': 'max-age=14400' },
): ScriptedReply => ({
  headers: { 'content-type': 'application/rss+xml', ...headers },
  body: `<rss version="2.0"><channel><title>Alice</title>${paths.map((path) => `<item><link>${path}</link></item>`).join('')}</channel></rss>`,
});

/** Post `n` links to page `n` of Bob, whose endpoint remembers who told it of what. */
function write(house: House, ...numbers: readonly number[]): void {
  for (const n of numbers) {
    house.web.on(`${BLOG}${n}`, `<article><a href="https://bob.example/${n}">x</a></article>`);
    house.web.on(`https://bob.example/${n}`, { headers: { 'x-pingback': RPC }, body: '' });
  }
  house.web.on(RPC, '<methodResponse><params><param><value>ok</value></param></params></methodResponse>');
}

function toldOf(house: House): string[] {
  const bodies = house.web.asked
    .filter(({ method }) => method === 'POST')
    .map(({ body }) => new TextDecoder().decode(body));
  return bodies.map((body) => /bob\.example\/(\d+)/.exec(body)?.[1] ?? '?');
}

const handlers = (house: House, watchEvery?: number) => (): Handlers => ({
  watch: createWatchHandler(house.deps({ watchEvery })),
  deliver: createDeliverHandler(house.deps()),
});

async function begin(house: House): Promise<void> {
  await house.store.jobs.enqueue({ kind: 'watch', subject: WATCHED.id, group: WATCHED.id, startAfter: house.time.now });
}

describe('watch', () => {
  it('tells of no post that was there before, and of every later one once, over days and restarts', async () => {
    await using house = await openHouse(WATCHED);
    write(house, 1, 2, 3, 4, 5, 6);
    const days: readonly (readonly string[])[] = [
      ['/2', '/1'],
      ['/3', '/2', '/1'],
      ['/3'],
      [],
      ['/5', '/4', '/3', '/2', '/1'],
      ['/1'],
      ['/6', '/5', '/1'],
    ];
    await begin(house);
    for (const day of days) {
      house.web.on(FEED, feed(day));
      await house.runUntil(house.time.now + DAY, handlers(house));
      await house.restart();
    }
    expect(toldOf(house).sort()).toEqual(['3', '4', '5', '6']);
  });

  it('goes on after feeds that fail, posts that are not there yet, and endpoints that are out', async () => {
    await using house = await openHouse(WATCHED);
    write(house, 1, 2);
    house.web.on(FEED, feed(['/1']));
    await begin(house);
    await house.runUntil(house.time.now + 5 * HOUR, handlers(house));
    for (const broken of [
      { failure: 'dns' as const },
      { status: 500, body: '' },
      '<html>Down</html>',
      feed(['/2', '/1']),
    ]) {
      house.web.on(FEED, broken);
      house.web.on(`${BLOG}2`, { status: 404, body: '' });
      await house.runUntil(house.time.now + 5 * HOUR, handlers(house));
    }
    expect(toldOf(house)).toEqual([]);
    for (const trouble of ['did not answer', 'HTTP 500', 'cannot be read', 'HTTP 404']) {
      expect(house.reported).toContainEqual(expect.stringContaining(trouble));
    }
    write(house, 2);
    let calls = 0;
    house.web.on(RPC, () => (++calls < 3 ? { failure: 'connect' } : '<methodResponse><params/></methodResponse>'));
    await house.runUntil(house.time.now + DAY, handlers(house));
    expect(toldOf(house)).toEqual(['2', '2', '2']);
  });

  it('is not misled by posts that were announced by hand before the first look', async () => {
    await using house = await openHouse(WATCHED);
    write(house, 1, 2, 3);
    await publish(house.deps(), `${BLOG}1`);
    house.web.on(FEED, feed(['/3', '/2', '/1']));
    await begin(house);
    await house.runUntil(house.time.now + DAY, handlers(house));
    expect(toldOf(house)).toEqual(['1']);
  });

  it('tells nobody again when the site moves to https or spells its addresses anew', async () => {
    await using house = await openHouse(WATCHED);
    write(house, 1, 2);
    house.web.on(FEED, feed(['http://alice.example/%31', '/2#more']));
    await begin(house);
    await house.runUntil(house.time.now + DAY, handlers(house));
    house.web.on(FEED, feed(['/1', '/2']));
    await house.runUntil(house.time.now + DAY, handlers(house));
    expect(toldOf(house)).toEqual([]);
  });

  it('skips entries of other hosts', async () => {
    await using house = await openHouse(WATCHED);
    house.web.on(FEED, feed([]));
    await begin(house);
    await house.runUntil(house.time.now + DAY, handlers(house));
    house.web.on(FEED, feed(['https://elsewhere.example/1']));
    await house.runUntil(house.time.now + DAY, handlers(house));
    expect(house.web.lines().filter((line) => !line.endsWith(FEED))).toEqual([]);
  });

  it('has the map of pages read anew when it finds a new post', async () => {
    await using house = await openHouse(WATCHED);
    write(house, 1, 2);
    house.web.on(FEED, feed(['/1']));
    const mapped: number[] = [];
    const run = (): Handlers => ({
      ...handlers(house)(),
      map: async () => {
        mapped.push(house.time.now);
        return { outcome: 'later', at: house.time.now + 30 * DAY, reason: '' };
      },
    });
    await begin(house);
    await house.runUntil(house.time.now + DAY, run);
    expect(mapped).toEqual([]);
    house.web.on(FEED, feed(['/2', '/1']));
    await house.runUntil(house.time.now + DAY, run);
    expect(mapped).toHaveLength(1);
    house.web.on(FEED, feed(['/2']));
    await house.runUntil(house.time.now + DAY, run);
    expect(mapped).toHaveLength(2);
  });

  it('watches the sitemap of a site without feed', async () => {
    const sitemap = `${BLOG}sitemap.xml`;
    await using house = await openHouse(blog({ sitemap }));
    write(house, 1, 2);
    const urlset = (...paths: string[]) =>
      `<urlset>${paths.map((path) => `<url><loc>${path}</loc></url>`).join('')}</urlset>`;
    house.web.on(sitemap, urlset('/1'));
    await begin(house);
    await house.runUntil(house.time.now + HOUR, handlers(house));
    house.web.on(sitemap, urlset('/1', '/2'));
    await house.runUntil(house.time.now + HOUR, handlers(house));
    expect(toldOf(house)).toEqual(['2']);
  });

  it.each([
    ['no word', {}, undefined, 600],
    ['max-age', { 'cache-control': 'public, max-age=1800' }, undefined, 1800],
    ['a moment', { 'cache-control': 'max-age=1' }, undefined, 10],
    ['for ever', { 'cache-control': 'max-age=999999999' }, undefined, 86_400],
    ['zero', { 'cache-control': 'max-age=0, must-revalidate' }, undefined, 600],
    ['no-store', { 'cache-control': 'no-store, max-age=5' }, undefined, 600],
    ['only shared caches', { 'cache-control': 's-maxage=5' }, undefined, 600],
    ['the owner', { 'cache-control': 'max-age=1800' }, 2, 2],
  ])('looks again after what the feed says: %s', async (_, headers, watchEvery, seconds) => {
    await using house = await openHouse(WATCHED);
    house.web.on(FEED, feed([], headers));
    await begin(house);
    await house.runDue(handlers(house, watchEvery)());
    expect(await house.store.jobs.nextStart()).toBe(house.time.now + seconds * 1000);
  });

  it('waits while sending is off, and ends with the site', async () => {
    await using house = await openHouse({ ...WATCHED, send: false, announce: false });
    await begin(house);
    await house.runUntil(house.time.now + HOUR, handlers(house));
    expect(house.web.asked).toEqual([]);
    expect((await house.store.jobs.counts()).waiting).toBe(1);
    await house.store.sites.remove(WATCHED.id);
    await house.runUntil(house.time.now + HOUR, handlers(house));
    expect((await house.store.jobs.counts()).waiting).toBe(0);
  });
});

describe('a listing that did not change', () => {
  /** Answers 304 to whoever knows the tag; `kept` is what it then says of how long it may be kept. */
  function serve(house: House, paths: readonly string[], kept?: string): void {
    const etag = `"${paths.length}"`;
    const again: Record<string, string> = kept === undefined ? { etag } : { etag, 'cache-control': kept };
    house.web.on(FEED, ({ headers }) =>
      headers?.['if-none-match'] === etag
        ? { status: 304, headers: again, body: '' }
        : feed(paths, { etag, 'cache-control': 'max-age=14400' }),
    );
  }
  const tagsOf = (house: House) =>
    house.web.asked.filter(({ url }) => url === FEED).map(({ headers }) => headers?.['if-none-match']);

  it('is asked for as such, after a restart too, and news is heard of', async () => {
    await using house = await openHouse(WATCHED);
    write(house, 1, 2);
    serve(house, ['/1']);
    await begin(house);
    await house.runUntil(house.time.now + HOUR, handlers(house));
    await house.restart();
    await house.runUntil(house.time.now + DAY, handlers(house));
    expect(tagsOf(house).length).toBeGreaterThan(4);
    expect(new Set(tagsOf(house).slice(1))).toEqual(new Set(['"1"']));
    expect(house.reported.filter((sentence) => sentence.includes('304'))).toEqual([]);
    serve(house, ['/2', '/1']);
    await house.runUntil(house.time.now + DAY, handlers(house));
    expect(toldOf(house)).toEqual(['2']);
  });

  it('may be kept as long as the answer that it did not change says', async () => {
    await using house = await openHouse(WATCHED);
    serve(house, [], 'max-age=1800');
    await begin(house);
    await house.runDue(handlers(house)());
    expect(await house.store.jobs.nextStart()).toBe(house.time.now + 14_400_000);
    for (const seconds of [1_800, 1_800]) {
      house.time.now += 14_400_000;
      await house.runDue(handlers(house)());
      expect(await house.store.jobs.nextStart()).toBe(house.time.now + seconds * 1000);
    }
    serve(house, []);
    house.time.now += DAY;
    await house.runDue(handlers(house)());
    // Without a word what was said last still counts.
    expect(await house.store.jobs.nextStart()).toBe(house.time.now + 1_800_000);
  });

  it('is not read again when its server knows no tags and sends the same bytes', async () => {
    await using house = await openHouse(WATCHED);
    house.web.on(FEED, feed(['/1'], { 'cache-control': 'max-age=7200' }));
    await begin(house);
    for (const said of ['for the first time', 'has not changed']) {
      const running = handlers(house)();
      await house.runUntil(house.time.now + DAY, () => running);
      expect(house.reported.splice(0)).toEqual([expect.stringContaining(said)]);
    }
    expect(tagsOf(house).length).toBeGreaterThan(20);
  });

  it('is read all the same when the look at something newer was cut off', async () => {
    await using house = await openHouse(WATCHED);
    write(house, 1, 2, 3);
    serve(house, ['/1']);
    await begin(house);
    await house.runUntil(house.time.now + HOUR, handlers(house));
    serve(house, ['/2', '/1']);
    const broken = house.deps();
    const listings = { ...broken.store.listings, save: () => Promise.reject(new Error('killed')) };
    const watch = createWatchHandler({ ...broken, store: { ...broken.store, listings } });
    house.time.now += DAY;
    await expect(house.runDue({ watch })).rejects.toThrow('killed');
    serve(house, ['/1']);
    house.time.now += DAY;
    await house.runDue(handlers(house)());
    expect(tagsOf(house).at(-1)).toBeUndefined();
  });
});
