import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse, POST } from './house.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.seed({
    source: 'https://bob.example/like',
    moderation: 'approved',
    entry: { kind: 'like', title: '', excerpt: '', published: '' },
  });
  await house.seed({
    source: 'https://carol.example/re',
    moderation: 'approved',
    entry: {
      kind: 'reply',
      title: 'Re: post',
      excerpt: 'Quite so.',
      published: '2025-12-31T10:00:00+01:00',
      author: { name: 'Carol', url: 'https://carol.example/', photo: 'https://carol.example/c.jpg' },
    },
    facts: { canonical: 'https://carol.example/re/' },
  });
  await house.seed({ source: 'https://held.example/', moderation: 'pending' });
  await house.seed({ source: 'https://gone.example/', moderation: 'approved', link: 'lost' });
  await house.seed({ source: 'https://away.example/', moderation: 'rejected' });
});
afterAll(() => house.close());

const get = (path: string) => house.web.fetch(new Request(`http://127.0.0.1:7777${path}`));
const json = async (path: string) => (await get(path)).json();
const T = encodeURIComponent(POST);

test('JF2 has the shape and the order of keys that clients know', async () => {
  const response = await get(`/api/mentions.jf2?target=${T}`);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(response.headers.has('access-control-allow-credentials')).toBe(false);
  expect(response.headers.get('content-type')).toMatch(/^application\/json/);
  const text = await response.text();
  expect(text).toBe(
    `{"type":"feed","name":"Webmentions","children":[{"type":"entry","author":{"type":"card","name":"Carol","photo":"https://carol.example/c.jpg","url":"https://carol.example/"},"url":"https://carol.example/re","published":"2025-12-31T10:00:00+01:00","wm-received":"2026-01-02T12:00:02.000Z","wm-id":2,"wm-source":"https://carol.example/re","wm-target":"${POST}","wm-protocol":"pingback","name":"Re: post","content":{"text":"Quite so."},"in-reply-to":"${POST}","wm-property":"in-reply-to","wm-private":false,"rels":{"canonical":"https://carol.example/re/"}},{"type":"entry","author":{"type":"card","name":"Bob","photo":"","url":"https://bob.example/"},"url":"https://bob.example/like","published":null,"wm-received":"2026-01-02T12:00:01.000Z","wm-id":1,"wm-source":"https://bob.example/like","wm-target":"${POST}","wm-protocol":"pingback","name":"A title","like-of":"${POST}","wm-property":"like-of","wm-private":false}],"paging":{"per-page":20,"page":0,"total":2,"total-pages":1}}`,
  );
});

test('classic JSON has the shape that the older clients know', async () => {
  const { links } = await json(`/api/mentions?target=${T}`);
  expect(links[0]).toStrictEqual({
    source: 'https://carol.example/re',
    verified: true,
    verified_date: '2026-01-02T12:00:02.000Z',
    id: 2,
    private: false,
    data: {
      author: { name: 'Carol', url: 'https://carol.example/', photo: 'https://carol.example/c.jpg' },
      url: 'https://carol.example/re',
      name: 'Re: post',
      content: 'Quite so.',
      published: '2025-12-31T10:00:00+01:00',
      published_ts: 1767171600,
    },
    activity: { type: 'reply' },
    rels: { canonical: 'https://carol.example/re/' },
    target: POST,
  });
  for (const path of ['/api/mentions.json', '/api/links', '/api/links.json'])
    expect((await json(`${path}?target=${T}`)).links).toStrictEqual(links);
});

const LISTS: readonly [id: string, query: string, ids: readonly number[]][] = [
  ['one target', `target=${T}`, [2, 1]],
  ['list of targets', `target[]=${T}&target[]=https%3A%2F%2Falice.example%2Fother`, [2, 1]],
  ['indexed targets, encoded brackets', `target%5B0%5D=${T}`, [2, 1]],
  ['no scheme', `target=${encodeURIComponent('//alice.example/post')}`, [2, 1]],
  ['the other scheme', `target=${encodeURIComponent('http://alice.example/post')}`, [2, 1]],
  ['unknown page', 'target=https%3A%2F%2Falice.example%2Fnone', []],
  ['foreign page', 'target=https%3A%2F%2Fother.example%2F', []],
  ['no URL at all', 'target=javascript%3Aalert(1)', []],
  ['domain', 'domain=alice.example', [2, 1]],
  ['unknown domain', 'domain=other.example', []],
  ['ascending', `target=${T}&sort-dir=up`, [1, 2]],
  ['any other direction ascends', `target=${T}&sort-dir=sideways`, [1, 2]],
  ['empty direction is the default', `target=${T}&sort-dir=`, [2, 1]],
  ['by date of publication', `target=${T}&sort-by=published&sort-dir=up`, [2, 1]],
  ['since the newest gives nothing again', `target=${T}&since=2026-01-02T12:00:02.000Z`, []],
  ['since the older', `target=${T}&since=2026-01-02T12:00:01Z`, [2]],
  ['since with a zone whose plus was not encoded', `target=${T}&since=2026-01-02T13:00:01+01:00`, [2]],
  ['since_id', `target=${T}&since_id=1`, [2]],
  ['empty since_id', `target=${T}&since_id=`, [2, 1]],
  ['per-page', `target=${T}&per-page=1`, [2]],
  ['perPage and page', `target=${T}&perPage=1&page=1`, [1]],
  ['page beyond the end', `target=${T}&page=99999999`, []],
  ['absurd per-page', `target=${T}&per-page=1e9`, [2, 1]],
  ['negative per-page', `target=${T}&per-page=-1`, [2, 1]],
  ['NaN page', `target=${T}&page=NaN`, [2, 1]],
  ['one property', `target=${T}&wm-property=like-of`, [1]],
  ['several properties', `target=${T}&wm-property[]=like-of&wm-property[]=in-reply-to`, [2, 1]],
  ['property nobody knows', `target=${T}&wm-property=dance-of`, [2, 1]],
  ['malformed parameter of a known client', `target=${T}&since2026-01-01`, [2, 1]],
];
test.each(LISTS)('list: %s', async (_, query, ids) => {
  const response = await get(`/api/mentions.jf2?${query}`);
  expect(response.status).toBe(200);
  expect((await response.json()).children.map((entry: Record<string, unknown>) => entry['wm-id'])).toEqual(ids);
});

const ERRORS: readonly [id: string, path: string, status: number, error: string][] = [
  ['nothing asked', '/api/mentions.jf2', 400, 'invalid_input'],
  ['empty target', '/api/mentions?target=', 400, 'invalid_input'],
  ['count without target', '/api/count', 400, 'invalid_input'],
  ['count of a domain', '/api/count?domain=alice.example', 400, 'invalid_input'],
  ['since is no date', `/api/mentions?target=${T}&since=yesterday`, 400, 'invalid_input'],
  ['since_id is no number', `/api/mentions?target=${T}&since_id=x`, 400, 'invalid_input'],
  ['bad token', `/api/mentions?token=abc`, 401, 'forbidden'],
  ['bad access_token', `/api/mentions?target=${T}&access_token=abc`, 401, 'forbidden'],
  ['updated-since is no date', `/api/mentions?target=${T}&updated-since=x`, 400, 'invalid_input'],
  ['a format of nobody', `/api/mentions.xml?target=${T}`, 404, 'not_found'],
  ['what was deleted, of nothing', '/api/deleted.jf2', 400, 'invalid_input'],
  ['an export without a token', '/api/export.jf2', 401, 'forbidden'],
];
test.each(ERRORS)('error: %s', async (_, path, status, error) => {
  const response = await get(path);
  expect(response.status).toBe(status);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  expect(await response.json()).toStrictEqual({ error, error_description: expect.any(String) });
});

describe('JSONP', () => {
  test('calls an identifier', async () => {
    const response = await get(`/api/mentions?target=${T}&jsonp=window.Blog.show`);
    expect(response.headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(await response.text()).toMatch(/^\/\*\*\/window\.Blog\.show\(\{"links":\[.*\]\}\);$/s);
  });
  test.each(['alert(1)//', '1a', 'a.b.', 'a b', '</script>', 'a'.repeat(200), 'a-b'])(
    '209: ignores %s',
    async (callback) => {
      const response = await get(`/api/mentions?target=${T}&jsonp=${encodeURIComponent(callback)}`);
      expect(response.headers.get('content-type')).toMatch(/^application\/json/);
      expect((await response.json()).links).toHaveLength(2);
    },
  );
});

test('counts by kind, leaving out the kinds of which there are none', async () => {
  expect(await json(`/api/count?target=${T}`)).toStrictEqual({ count: 2, type: { like: 1, reply: 1 } });
  expect(await json('/api/count.json?target=https%3A%2F%2Fother.example%2F')).toStrictEqual({ count: 0, type: {} });
});

test('500 targets are cut to fifty, and ten thousand rows come in one page', { timeout: 30_000 }, async () => {
  const many = await openHouse();
  const targets = Array.from({ length: 500 }, (_, n) => `target[]=${encodeURIComponent(`https://alice.example/${n}`)}`);
  for (let n = 0; n < 620; n += 1)
    await many.seed({ target: `https://alice.example/${n % 2}`, moderation: 'approved' });
  const response = await many.web.fetch(
    new Request(`http://127.0.0.1:7777/api/mentions.jf2?${targets.join('&')}&per-page=10000`),
  );
  const { children, paging } = await response.json();
  expect(children).toHaveLength(620);
  expect(new Set(children.map((entry: Record<string, unknown>) => entry['wm-id'])).size).toBe(620);
  expect(paging).toStrictEqual({ 'per-page': 10_000, page: 0, total: 620, 'total-pages': 1 });
  await many.close();
});
