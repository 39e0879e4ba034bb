import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSiteDirectory } from '../../src/pages/directory.ts';
import { createMapHandler } from '../../src/pages/map.ts';
import { BLOG, blog, openHouse } from '../outbound/house.ts';

const SITEMAP = `${BLOG}sitemap.xml`;
const FEED = `${BLOG}feed.xml`;
const HOUR = 3_600_000;

const xml = (body: string) => ({ headers: { 'content-type': 'application/xml' }, body });
const urlset = (...paths: string[]) =>
  xml(`<urlset>${paths.map((path) => `<url><loc>${path}</loc></url>`).join('')}</urlset>`);
const index = (...files: string[]) =>
  xml(`<sitemapindex>${files.map((file) => `<sitemap><loc>${file}</loc></sitemap>`).join('')}</sitemapindex>`);
const feed = (...paths: string[]) =>
  xml(
    `<rss version="2.0"><channel>${paths.map((path) => `<item><title>Title of ${path}</title><link>${path}</link></item>`).join('')}</channel></rss>`,
  );

type House = Awaited<ReturnType<typeof openHouse>>;

function handlers(house: House) {
  const map = createMapHandler(house.deps());
  return () => ({ map });
}

async function look(house: House, run = handlers(house)) {
  await house.store.jobs.enqueue({ kind: 'map', subject: blog().id, group: blog().id, startAfter: 0 });
  return house.runDue(run());
}

const pagesOf = async ({ store }: House) =>
  (await store.sites.pages(blog().id)).map(({ key, gone }) => (gone ? `gone ${key}` : key));

describe('map', () => {
  it('lists the pages of a sitemap and comes back in an hour', async () => {
    await using house = await openHouse(blog({ sitemap: SITEMAP }));
    house.web.on(SITEMAP, urlset('/', '/b', '/a', 'https://elsewhere.example/x', '/a#twice'));
    const outcomes = await look(house);
    expect(outcomes).toMatchObject([{ outcome: 'later', at: house.time.now + HOUR }]);
    expect(await pagesOf(house)).toEqual(['alice.example/', 'alice.example/a', 'alice.example/b']);
  });

  it('reads the files of an index, twenty at most', async () => {
    await using house = await openHouse(blog({ sitemap: SITEMAP }));
    const files = Array.from({ length: 25 }, (_, n) => `/sitemap-${n}.xml`);
    house.web.on(SITEMAP, index(...files));
    files.forEach((file, n) => {
      house.web.on(new URL(file, BLOG).href, urlset(`/${n}`));
    });
    await look(house);
    expect(await pagesOf(house)).toHaveLength(20);
    expect(house.web.lines()).toHaveLength(21);
  });

  it('takes titles from the feed and addresses from the sitemap', async () => {
    await using house = await openHouse(blog({ sitemap: SITEMAP, feed: FEED }));
    house.web.on(SITEMAP, urlset('/a', '/b'));
    house.web.on(FEED, feed('/b?', '/c'));
    await look(house);
    const pages = await house.store.sites.pages(blog().id);
    expect(pages.map(({ url, title }) => [url, title])).toEqual([
      [`${BLOG}a`, ''],
      [`${BLOG}b`, ''],
      [`${BLOG}b?`, 'Title of /b?'],
      [`${BLOG}c`, 'Title of /c'],
    ]);
  });

  it.each([
    ['out of reach', { failure: 'timeout' as const }, 'did not answer'],
    ['an error', { status: 500, body: '' }, 'HTTP 500'],
    ['not XML', '<html><p>Moved</html>', 'cannot be read'],
    ['too large', { ...urlset('/a'), truncated: true }, '10 MiB'],
    ['an index with a hole', index('/missing.xml'), 'HTTP 404'],
    ['empty', urlset(), '0 pages'],
  ])('keeps the map when the sitemap is %s, and says so', async (_, broken, said) => {
    await using house = await openHouse(blog({ sitemap: SITEMAP }));
    house.web.on(SITEMAP, urlset('/a'));
    await look(house);
    house.web.on(SITEMAP, broken);
    await house.runUntil(house.time.now + 3 * HOUR, handlers(house));
    expect(await pagesOf(house)).toEqual(['alice.example/a']);
    expect(house.reported.at(-1)).toContain(said);
  });

  it('asks once for a page that left; only 404 and 410 make it gone', async () => {
    await using house = await openHouse(blog({ sitemap: SITEMAP }));
    house.web.on(SITEMAP, urlset('/stays', '/moved', '/deleted', '/removed', '/flaky'));
    const run = handlers(house);
    await look(house, run);
    house.web.on(SITEMAP, urlset('/stays'));
    house.web.on(`${BLOG}moved`, '<p>Still here</p>');
    house.web.on(`${BLOG}deleted`, { status: 410, body: '' });
    house.web.on(`${BLOG}removed`, { status: 404, body: '' });
    house.web.on(`${BLOG}flaky`, { status: 503, body: '' });
    await house.runUntil(house.time.now + HOUR, run);
    expect(await pagesOf(house)).toEqual([
      'gone alice.example/deleted',
      'alice.example/flaky',
      'alice.example/moved',
      'gone alice.example/removed',
      'alice.example/stays',
    ]);
    house.web.on(`${BLOG}flaky`, { status: 404, body: '' });
    await house.runUntil(house.time.now + 5 * HOUR, run);
    expect(await pagesOf(house)).toContain('gone alice.example/flaky');
    expect(house.web.lines().filter((line) => /moved|deleted|removed/.test(line))).toHaveLength(3);
  });

  it('a page that comes back is a page again', async () => {
    await using house = await openHouse(blog({ sitemap: SITEMAP }));
    const run = handlers(house);
    house.web.on(SITEMAP, urlset('/a', '/b'));
    await look(house, run);
    house.web.on(SITEMAP, urlset('/a'));
    await house.runUntil(house.time.now + HOUR, run);
    expect(await pagesOf(house)).toContain('gone alice.example/b');
    house.web.on(SITEMAP, urlset('/a', '/b'));
    await house.runUntil(house.time.now + HOUR, run);
    expect(await pagesOf(house)).toEqual(['alice.example/a', 'alice.example/b']);
  });

  it('lists the pages of a folder, beside those of its feed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearback-map-'));
    const write = (path: string) => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), '<p>Page</p>');
    };
    for (const path of ['index.html', 'posts/one/index.html', 'about.html', '404.html']) write(path);
    await using house = await openHouse(blog({ folder, feed: FEED }));
    house.web.on(FEED, feed('/posts/one/', '/elsewhere'));
    const run = handlers(house);
    expect(await look(house, run)).toMatchObject([{ outcome: 'later' }]);
    expect(await pagesOf(house)).toEqual(
      ['', 'about.html', 'elsewhere', 'posts/one/'].map((path) => `alice.example/${path}`),
    );
    rmSync(join(folder, 'about.html'));
    await house.runUntil(house.time.now + HOUR, run);
    expect(await pagesOf(house)).toContain('gone alice.example/about.html');
    rmSync(folder, { recursive: true });
    await house.runUntil(house.time.now + HOUR, run);
    expect(await pagesOf(house)).toHaveLength(4);
    expect(house.reported.at(-1)).toContain('cannot be read');
  });

  it('knows a page of a folder under the names that static hosts give its file, and no other', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'hearback-map-'));
    writeFileSync(join(folder, 'index.html'), '');
    writeFileSync(join(folder, 'about.html'), '');
    await using house = await openHouse(blog({ folder }));
    const directory = createSiteDirectory(house.store.sites, { now: () => house.time.now });
    const stateOf = (path: string) => directory.resolve(new URL(path, BLOG))?.state;
    await directory.refresh();
    // Without a map every path may be a page.
    expect(stateOf('/nowhere')).toBe('open');
    await look(house);
    await directory.refresh();
    for (const path of ['/', '/index.html', '/about.html', '/about', '/about?utm_source=x'])
      expect([path, stateOf(path)]).toEqual([path, 'open']);
    for (const path of ['/nowhere', '/about.html.html', '/about?x'])
      expect([path, stateOf(path)]).toEqual([path, 'unknown']);
    expect(directory.resolve(new URL('/about', BLOG))?.key).toBe('alice.example/about.html');
    rmSync(folder, { recursive: true });
  });

  it('writes nothing when nothing changed', async () => {
    await using house = await openHouse(blog({ sitemap: SITEMAP }));
    house.web.on(SITEMAP, urlset('/a'));
    await look(house);
    const { revision } = await house.store.sites.changes(0);
    await house.runUntil(house.time.now + 3 * HOUR, handlers(house));
    expect((await house.store.sites.changes(0)).revision).toBe(revision);
  });

  it('makes no map without sitemap, feed and folder, and ends', async () => {
    await using house = await openHouse(blog());
    expect(await look(house)).toEqual([{ outcome: 'done' }]);
    expect(house.web.asked).toEqual([]);
  });
});
