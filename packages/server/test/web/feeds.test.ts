import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readFeed } from '../../src/feeds/feed.ts';
import { type House, openHouse, POST } from './house.ts';

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const ask = (path: string, headers = {}) => house.web.fetch(new Request(`http://127.0.0.1:7777${path}`, { headers }));
const FORMATS = ['atom', 'rss', 'json'] as const;

async function entriesOf(path: string) {
  const response = await ask(path);
  const body = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(body);
  if (path.startsWith('/feed.json')) JSON.parse(text);
  else new SaxesParser({ xmlns: true }).write(text).close();
  const read = readFeed(body, [['content-type', response.headers.get('content-type') ?? '']], 'https://a.example/');
  if (!read.ok) throw new Error(read.reason);
  return read.entries;
}
const idsIn = (text: string) => [...text.matchAll(/tag:[\w.]+,[\d-]+:hearback\/\d+/g)].map(([id]) => id);

describe.each(FORMATS)('feed.%s', (format) => {
  test('has the public mentions of a site, or of a page, the newest first', async () => {
    await house.seed({ moderation: 'approved', source: 'https://bob.example/1', entry: { title: 'One' } });
    await house.seed({ moderation: 'approved', source: 'https://bob.example/2', target: 'https://alice.example/two' });
    await house.seed({ source: 'https://bob.example/held' });
    await house.seed({ moderation: 'approved', link: 'lost', source: 'https://bob.example/lost' });
    const all = await entriesOf(`/feed.${format}`);
    expect(all.map(({ url }) => url)).toEqual(['https://bob.example/2', 'https://bob.example/1']);
    expect(all[1]).toMatchObject({ title: 'Bob mentioned this: One' });
    expect(all[1]?.content).toContain('So I read this.');
    expect(all[1]?.content).toContain('rel="nofollow ugc noopener"');
    expect(await entriesOf(`/feed.${format}?site=alice.example`)).toEqual(all);
    expect((await entriesOf(`/feed.${format}?target=${encodeURIComponent(POST)}`)).map(({ url }) => url)).toEqual([
      'https://bob.example/1',
    ]);
    expect(await entriesOf(`/feed.${format}?limit=1`)).toHaveLength(1);
    expect(await entriesOf(`/feed.${format}?target=https://foreign.example/`)).toEqual([]);
    expect((await ask(`/feed.${format}?site=none`)).status).toBe(400);
  });

  test('asks which site where there are several', async () => {
    await house.store.sites.configure({ ...house.site, id: 'other.example', url: 'https://other.example/' });
    await house.directory.refresh();
    expect((await ask(`/feed.${format}`)).status).toBe(400);
    expect((await ask(`/feed.${format}?site=other.example`)).status).toBe(200);
  });

  test('keeps the ids of its entries when the server moves, and when a mention is hidden and shown again', async () => {
    const id = await house.seed({ moderation: 'approved' });
    const first = idsIn(await (await ask(`/feed.${format}`)).text());
    expect(first).toEqual(['tag:alice.example,2026-01-02:hearback/1']);
    house.time.now += 100 * 24 * 3_600_000;
    await house.desk.moderate([id], 'rejected');
    expect(idsIn(await (await ask(`/feed.${format}`)).text())).toEqual([]);
    await house.desk.moderate([id], 'approved');
    expect(idsIn(await (await ask(`/feed.${format}`)).text())).toEqual(first);
  });

  test('is not sent twice to who has it', async () => {
    const first = await ask(`/feed.${format}`);
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('no-cache');
    expect((await ask(`/feed.${format}`, { 'if-none-match': etag })).status).toBe(304);
    house.time.now += 60_000;
    expect((await ask(`/feed.${format}`, { 'if-none-match': `W/${etag}` })).status).toBe(304);
    await house.seed({ moderation: 'approved' });
    expect((await ask(`/feed.${format}`, { 'if-none-match': etag })).status).toBe(200);
  });

  test('speaks other languages', async () => {
    await house.seed({ moderation: 'approved' });
    const text = await (await ask(`/feed.${format}?lang=es`)).text();
    expect(text).toContain('Menciones de Alice');
    expect(text).toContain('Bob mencionó esto');
  });
});

test('a title that a reader might take for markup is escaped once more in RSS', async () => {
  await house.seed({ moderation: 'approved', entry: { title: '<b>Tom & Jerry</b> &lt;' } });
  const titles: string[] = [];
  const parser = new SaxesParser();
  const read = (text: string) => void titles.push(text);
  parser.on('text', read);
  parser.on('cdata', read);
  parser.write(await (await ask('/feed.rss')).text()).close();
  expect(titles).toContain('Bob mentioned this: &lt;b>Tom & Jerry&lt;/b> &amp;lt;');
});

test('characters that XML cannot have are left out', async () => {
  await house.seed({ moderation: 'approved', entry: { title: 'a\uFFFEb\uD800c\u0000d\uFFFF' } });
  for (const format of FORMATS) expect((await entriesOf(`/feed.${format}`))[0]?.title).toContain('abcd');
});
