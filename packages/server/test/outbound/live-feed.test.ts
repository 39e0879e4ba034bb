import { describe, expect, it } from 'vitest';
import { lookNow } from '../../src/outbound/look-now.ts';
import { BLOG, blog } from './house.ts';
import { article, DAY, HOUR, openWorld } from './published-world.ts';
import type { ScriptedReply } from './scripted-web.ts';

const FEED = `${BLOG}feed`;

interface Post {
  readonly path: string;
  readonly updated: string;
}

const escaped = ({ path, updated }: Post) => ({ url: new URL(path, BLOG).href, updated });
/** One blog in each format that a feed can have. */
const FORMATS: Readonly<Record<string, (posts: readonly Post[]) => ScriptedReply>> = {
  RSS: (posts) => ({
    headers: { 'content-type': 'application/rss+xml' },
    body: `<rss version="2.0"><channel><title>Blog</title>${posts
      .map(escaped)
      .map(({ url, updated }) => `<item><link>${url}</link><description>${updated}</description></item>`)
      .join('')}</channel></rss>`,
  }),
  Atom: (posts) => ({
    headers: { 'content-type': 'application/atom+xml' },
    body: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Blog</title>${posts
      .map(escaped)
      .map(({ url, updated }) => `<entry><link href="${url}"/><updated>${updated}</updated></entry>`)
      .join('')}</feed>`,
  }),
  'JSON Feed': (posts) => ({
    headers: { 'content-type': 'application/feed+json' },
    body: JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      items: posts.map(escaped).map(({ url, updated }) => ({ id: url, url, date_modified: updated })),
    }),
  }),
  'h-feed': (posts) => ({
    body: `<!doctype html><title>Blog</title><div class="h-feed">${posts
      .map(escaped)
      .map(
        ({ url, updated }) =>
          `<p class="h-entry"><a class="u-url p-name" href="${url}">x</a> <time class="dt-updated" datetime="${updated}">x</time></p>`,
      )
      .join('')}</div>`,
  }),
  sitemap: (posts) => ({
    headers: { 'content-type': 'application/xml' },
    body: `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${posts
      .map(escaped)
      .map(({ url, updated }) => `<url><loc>${url}</loc><lastmod>${updated}</lastmod></url>`)
      .join('')}</urlset>`,
  }),
};

describe.each(Object.entries(FORMATS))('a live %s', (_, listing) => {
  it('three posts over time: each told once, edits and removals told, and nothing twice', async () => {
    await using world = await openWorld(blog({ feed: FEED }));
    const { house, pass } = world;
    const on = (path: string, page: string | ScriptedReply) => house.web.on(new URL(path, BLOG).href, page);
    const list = (...posts: readonly Post[]) => house.web.on(FEED, listing(posts));
    const old = { path: '/old', updated: '2016-01-01T00:00:00Z' };
    on('/old', article('Long ago', 9));
    list(old);
    expect(await pass(DAY)).toEqual([]);

    const first = { path: '/first', updated: '2026-01-02T00:00:00Z' };
    on('/first', article('One', 1, 2));
    list(first, old);
    expect(await pass(DAY)).toEqual(['/first → /1', '/first → /2']);

    // The second, and an edit of the first: a link new, one gone, and one as it was.
    const second = { path: '/second', updated: '2026-01-03T00:00:00Z' };
    const edited = { ...first, updated: '2026-01-03T08:00:00Z' };
    on('/first', article('One, mended', 2, 3));
    on('/second', article('Two', 4));
    list(second, edited, old);
    expect(await pass(DAY)).toEqual(['/first → /1', '/first → /2', '/first → /3', '/second → /4']);

    // The feed says that the second changed, and it did not.
    const third = { path: '/third', updated: '2026-01-04T00:00:00Z' };
    on('/third', article('Three', 5));
    list(third, { ...second, updated: '2026-01-04T00:00:00Z' }, edited);
    expect(await pass(DAY)).toEqual(['/third → /5']);

    // The first scrolls out and is still there; the second is deleted.
    on('/second', { status: 410, body: '' });
    list(third);
    expect(await pass(DAY)).toEqual(['/second → /4']);
    expect(await pass(3 * DAY)).toEqual([]);

    // It comes back as it was.
    on('/second', article('Two', 4));
    list(third, { ...second, updated: '2026-01-04T00:00:00Z' });
    expect(await pass(DAY)).toEqual(['/second → /4']);
  });
});

it.each(['RSS', 'Atom'])(
  'a post that %s dropped and that a static host answers with 404 is told as deleted',
  async (format) => {
    await using world = await openWorld(blog({ feed: FEED }));
    const { house, pass } = world;
    const list = FORMATS[format] ?? (() => ({}));
    const post = { path: '/post', updated: '2026-01-02T00:00:00Z' };
    house.web.on(FEED, list([]));
    await pass(DAY);
    house.web.on(`${BLOG}post`, article('One', 1));
    house.web.on(FEED, list([post]));
    expect(await pass(DAY)).toEqual(['/post → /1']);
    let answers = 0;
    house.web.on(`${BLOG}post`, () => {
      answers += 1;
      return answers === 1 ? { status: 404, body: '' } : article('One', 1);
    });
    house.web.on(FEED, list([]));
    expect(await pass(DAY)).toEqual([]);
    house.web.on(FEED, list([post]));
    await pass(DAY);
    house.web.on(`${BLOG}post`, { status: 404, body: '' });
    house.web.on(FEED, list([]));
    expect(await pass(DAY)).toEqual(['/post → /1']);
    expect(await pass(3 * DAY)).toEqual([]);
  },
);

it.each([20, 60, 600])(
  'a 404 is believed after half an hour however often is looked: every %i seconds',
  async (watchEvery) => {
    await using world = await openWorld(blog({ feed: FEED }), { watchEvery });
    const { house, pass } = world;
    const list = FORMATS.Atom ?? (() => ({}));
    house.web.on(FEED, list([]));
    await pass(HOUR / 60);
    house.web.on(`${BLOG}post`, article('One', 1));
    house.web.on(FEED, list([{ path: '/post', updated: '2025-12-31T00:00:00Z' }]));
    expect(await pass(HOUR / 4)).toEqual(['/post → /1']);
    house.web.on(`${BLOG}post`, { status: 404, body: '' });
    house.web.on(FEED, list([]));
    expect(await pass(HOUR / 2)).toEqual([]);
    expect(await pass(HOUR / 2)).toEqual(['/post → /1']);
  },
);

describe('what is no source', () => {
  it.each<[string, ScriptedReply | string, RegExp]>([
    ['a page that leads elsewhere', { body: article('x', 1), finalUrl: `${BLOG}elsewhere` }, /leads to/],
    [
      'a page that sends its readers on',
      `<meta http-equiv="refresh" content="0; url=/new">${article('x', 1)}`,
      /sends its readers on/,
    ],
    ['a page that is not public', { status: 401, body: article('x', 1) }, /HTTP 401/],
    ['a PDF', { headers: { 'content-type': 'application/pdf' }, body: '%PDF' }, /not HTML/],
  ])('%s', async (_, page, reason) => {
    await using world = await openWorld(blog({ feed: FEED }));
    const list = FORMATS.Atom ?? (() => ({}));
    world.house.web.on(FEED, list([]));
    await world.pass(DAY);
    world.house.web.on(`${BLOG}post`, page);
    world.house.web.on(FEED, list([{ path: '/post', updated: 'u' }]));
    expect(await world.pass(3 * DAY)).toEqual([]);
    expect(world.house.reported).toContainEqual(expect.stringMatching(reason));
    expect(await world.house.store.deliveries.list({ limit: 9 })).toEqual([]);
    expect(await world.house.store.listings.nextDue(blog().id)).toBeUndefined();
  });

  it('a spelling that the web server mends is the same page, told of as it is spelled there', async () => {
    await using world = await openWorld(blog({ feed: FEED }));
    const list = FORMATS.RSS ?? (() => ({}));
    world.house.web.on(FEED, list([]));
    await world.pass(DAY);
    world.house.web.on(`${BLOG}post`, { body: article('x', 1), finalUrl: `${BLOG}post/` });
    world.house.web.on(FEED, list([{ path: '/post', updated: 'u' }]));
    expect(await world.pass(DAY)).toEqual(['/post/ → /1']);
  });

  it('a post that is to appear tomorrow, until then', async () => {
    await using world = await openWorld(blog({ feed: FEED }));
    const list = FORMATS.Atom ?? (() => ({}));
    world.house.web.on(FEED, list([]));
    await world.pass(DAY);
    world.house.web.on(`${BLOG}post`, article('x', 1));
    const at = new Date(world.house.time.now + 2 * DAY).toISOString();
    world.house.web.on(FEED, list([{ path: '/post', updated: at }]));
    expect(await world.pass(DAY)).toEqual([]);
    expect(await world.pass(2 * DAY)).toEqual(['/post → /1']);
  });

  it('nor is a list of posts when --watch names the sitemap', async () => {
    await using world = await openWorld(blog({ feed: FEED }));
    const list = FORMATS.sitemap ?? (() => ({}));
    world.house.web.on(FEED, list([]));
    await world.pass(DAY);
    world.house.web.on(BLOG, article('x', 1) + article('y', 2));
    world.house.web.on(FEED, list([{ path: '/', updated: '2026-01-01' }]));
    expect(await world.pass(DAY)).toEqual([]);
    expect(world.house.reported).toContainEqual(expect.stringContaining('lists several posts'));
  });

  it('a list of posts that a sitemap has, where the owner does not say what its content is', async () => {
    const sitemap = FORMATS.sitemap ?? (() => ({}));
    const home = article('x', 1) + article('y', 2);
    for (const [links, expected] of [
      [undefined, []],
      [{ content: 'article', internal: false, nofollow: true }, ['/ → /1', '/ → /2']],
    ] as const) {
      await using world = await openWorld(blog({ sitemap: FEED, links }));
      world.house.web.on(FEED, sitemap([]));
      await world.pass(DAY);
      world.house.web.on(BLOG, home);
      world.house.web.on(FEED, sitemap([{ path: '/', updated: '2026-01-01' }]));
      expect(await world.pass(DAY)).toEqual(expected);
    }
  });
});

it('a process that ends between the look and the telling loses nothing and tells nobody twice', async () => {
  const deps: { report?: (sentence: string) => void } = {};
  await using world = await openWorld(blog({ feed: FEED }), deps);
  const list = FORMATS.RSS ?? (() => ({}));
  world.house.web.on(FEED, list([]));
  await world.pass(DAY);
  for (const n of [1, 2, 3]) world.house.web.on(`${BLOG}${n}`, article('x', n));
  world.house.web.on(FEED, list([1, 2, 3].map((n) => ({ path: `/${n}`, updated: 'u' }))));
  let ends = 0;
  deps.report = (sentence) => {
    if (!/^Alice: 3 listed|is announced/.test(sentence)) return;
    ends += 1;
    throw new Error('killed');
  };
  for (let n = 0; n < 2; n += 1) {
    await expect(world.pass(DAY)).rejects.toThrow('killed');
    await world.house.restart();
  }
  delete deps.report;
  await world.pass(DAY);
  expect([ends, world.told.toSorted()]).toEqual([2, ['/1 → /1', '/2 → /2', '/3 → /3']]);
});

it('a deployment that is told of during a look is looked at after it', async () => {
  await using world = await openWorld(blog({ feed: FEED }));
  const { house, pass } = world;
  const list = FORMATS.RSS ?? (() => ({}));
  house.web.on(FEED, list([]));
  await pass(DAY);
  house.web.on(`${BLOG}1`, article('x', 1));
  let looks = 0;
  house.web.on(FEED, () => {
    looks += 1;
    // What is answered is the state before; the site is there a moment later.
    if (looks > 1) return list([{ path: '/1', updated: 'u' }]);
    house.time.now += 1;
    void lookNow(house.store, blog(), house.time.now);
    return list([]);
  });
  await lookNow(house.store, blog(), house.time.now);
  expect(await pass(60_000)).toEqual(['/1 → /1']);
});
