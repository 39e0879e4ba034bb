import { describe, expect, it } from 'vitest';
import { BLOG, blog } from './house.ts';
import { article, DAY, openWorld } from './published-world.ts';
import type { ScriptedReply } from './scripted-web.ts';

const FEED = `${BLOG}feed`;
const SITE = blog({ feed: FEED });
type World = Awaited<ReturnType<typeof openWorld>>;

/** Post `n` of the year 2010 + n links to page n of Bob. */
function write({ house }: World, ...numbers: readonly number[]): void {
  const items = numbers.map((n) => {
    house.web.on(`${BLOG}${n}`, article(`Post ${n}`, n));
    return `<item><link>${BLOG}${n}</link><pubDate>Fri, 0${n} Jan ${2010 + n} 00:00:00 GMT</pubDate></item>`;
  });
  house.web.on(FEED, `<rss version="2.0"><channel><title>A</title>${items.join('')}</channel></rss>`);
}

describe('a first look', () => {
  it('says what it found, that nobody is told, and how to choose otherwise', async () => {
    await using world = await openWorld(SITE);
    write(world, 1, 2, 3);
    expect(await world.pass(DAY)).toEqual([]);
    expect(world.house.reported[0]).toBe(
      `${FEED} was looked at for the first time: 3 pages of Alice, from 2011-01-01 to 2013-01-03. They count as known and nobody is told of them; --since DATE tells of those from that day on, --all of every one.`,
    );
  });

  it.each([
    ['all', 'all' as const, ['/1 → /1', '/2 → /2', '/3 → /3']],
    ['a date', Date.UTC(2012, 0, 2), ['/2 → /2', '/3 → /3']],
  ])('tells what is asked for, once: %s', async (_, since, expected) => {
    await using world = await openWorld(SITE, { since });
    write(world, 1, 2, 3);
    expect(await world.pass(DAY)).toEqual(expected);
    expect(await world.pass(DAY)).toEqual([]);
  });

  it('a choice that comes later is obeyed once, and taking it back swallows no new post', async () => {
    const deps: { since?: number } = {};
    await using world = await openWorld(SITE, deps);
    write(world, 1, 2, 3);
    expect(await world.pass(DAY)).toEqual([]);
    deps.since = Date.UTC(2013, 0, 1);
    expect(await world.pass(DAY)).toEqual(['/3 → /3']);
    expect(await world.pass(DAY)).toEqual([]);
    delete deps.since;
    write(world, 1, 2, 3, 4);
    expect(await world.pass(DAY)).toEqual(['/4 → /4']);
  });

  it('a feed that moved is looked at for the first time, and its old posts stay known', async () => {
    await using world = await openWorld(SITE);
    write(world, 1, 2);
    await world.pass(DAY);
    await world.house.store.sites.configure({ ...SITE, feed: `${BLOG}new` });
    world.house.web.on(
      `${BLOG}new`,
      `<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><link href="/2"/></entry></feed>`,
    );
    expect(await world.pass(3 * DAY)).toEqual([]);
  });
});

describe('a listing that cannot be read', () => {
  const bomb = '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>';
  const rss = (items: string) => `<rss version="2.0"><channel><title>A</title>${items}</channel></rss>`;
  it.each<[string, ScriptedReply | string, RegExp]>([
    ['a document type', bomb + rss('<item><link>/1</link></item>'), /document type/],
    ['more than can be kept', { body: rss('<item><link>/1</link></item>'), truncated: true }, /larger than 10 MiB/],
    ['a million items', rss('<item/>'.repeat(1_000_000)), /more than 10,000 entries/],
    ['a million addresses', `<urlset>${'<url/>'.repeat(1_000_000)}</urlset>`, /more than the 50,000 entries/],
    ['broken XML', rss('<item><link>/1</link>').slice(0, 60), /neither well-formed/],
    [
      'a page without posts',
      '<!doctype html><link rel="alternate" type="application/rss+xml" href="/f">',
      /names the feed https:\/\/alice.example\/f/,
    ],
  ])('%s: one clear line, and nothing is announced', async (_, page, reason) => {
    await using world = await openWorld(SITE);
    write(world, 1);
    await world.pass(DAY);
    write(world, 2);
    world.house.web.on(FEED, page);
    world.house.reported.length = 0;
    expect(await world.pass(DAY)).toEqual([]);
    const lines = new Set(world.house.reported);
    expect([...lines]).toEqual([expect.stringMatching(reason)]);
    expect([...lines][0]).toMatch(/^The (feed|sitemap) https:\/\/alice.example\/feed cannot be read: [^\n]*$/);
  });
});

it('fifty thousand pages are known after one look, and only what changed is announced', async () => {
  await using world = await openWorld(blog({ sitemap: FEED }));
  const sitemap = (changed: string) =>
    world.house.web.on(
      FEED,
      `<urlset>${Array.from({ length: 50_000 }, (_, n) => `<url><loc>${BLOG}${n}</loc><lastmod>${n === 7 ? changed : '2026-01-01'}</lastmod></url>`).join('')}</urlset>`,
    );
  world.house.web.on(`${BLOG}7`, article('Seven', 7));
  sitemap('2026-01-01');
  await world.pass(1_000);
  expect(world.house.web.asked).toHaveLength(1);
  sitemap('2026-01-02');
  expect(await world.pass(DAY)).toEqual(['/7 → /7']);
  expect(world.house.web.lines('GET').filter((line) => line.includes('alice'))).not.toContain(`GET ${BLOG}8`);
});
