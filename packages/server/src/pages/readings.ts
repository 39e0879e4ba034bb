import {
  contentLinks,
  linksAt,
  linksTo,
  namedFeed,
  readAdvertised,
  readDiscovery,
  readHFeed,
  readPage,
  vouchesFor,
} from '@hearback/protocol';
import type { Fetched, Readings, Wanted } from '../ports/index.ts';

/** Each costs a question to the router of whoever embeds us; a planet of one's own posts has fewer. */
const MAX_NEIGHBOURS = 500;

type Reader<What extends keyof Readings> = (
  given: Readings[What]['given'],
) => Readings[What]['found'] | Promise<Readings[What]['found']>;

/** How each reading is done: what runs in the reader's thread. */
const READINGS: { readonly [What in keyof Readings]: Reader<What> } = {
  page: readPage,
  neighbours: ({ target, ...page }) => linksAt(page, target, MAX_NEIGHBOURS),
  ownLinks: ({ hosts, most, ...page }) => linksAt(page, hosts, most),
  advertised: (page) => readAdvertised({ ...page, ok: true, truncated: false, chain: [] }),
  endpoints: ({ asked, ...page }) => readDiscovery(asked, { ...page, ok: true, truncated: false, chain: [] }),
  vouch: ({ host, ...page }) => vouchesFor(page, host),
  front: ({ wanted, ...page }) => ({ feed: namedFeed(page), targets: targetsOf(page, wanted) }),
  posts: readPosts,
  content: ({ choice, ...page }) => contentLinks(page, choice),
  // Their decoders are larger than all of this.
  picture: () => {
    throw new Error('Pictures are read in a thread of their own.');
  },
  listed: (page) => ({ ...readHFeed(page), feed: namedFeed(page) }),
};

/** Does one reading. Rejects with whatever the page makes the parser throw. */
export async function readHere<What extends keyof Readings>(
  what: What,
  given: Readings[What]['given'],
): Promise<Readings[What]['found']> {
  return READINGS[what](given);
}

/** Most entries of a feed that are read: 36,000 empty ones in one MiB took a second to parse. */
const MAX_POSTS = 1000;
const UTF8 = [['content-type', 'text/html; charset=utf-8']] as const;
const ENCODER = new TextEncoder();

/** Its parser is loaded only for a feed that names the host of a target, and has a blog's number of entries. */
async function readPosts({ wanted, ...page }: Readings['posts']['given']): Promise<Readings['posts']['found']> {
  const text = new TextDecoder('latin1').decode(page.body);
  if (!wanted.some(({ target }) => text.includes(new URL(target).hostname))) return { ok: true, posts: [] };
  if (text.split(/<(?:item|entry)\b/, MAX_POSTS + 2).length > MAX_POSTS + 1)
    return { ok: false, reason: `it has more than ${MAX_POSTS} entries` };
  const { readFeed } = await import('../feeds/feed.ts');
  const reading = readFeed(page.body, page.headers, page.finalUrl);
  if (!reading.ok) return reading;
  const posts = reading.entries.map(({ url, content }) => {
    const post: Fetched = { body: ENCODER.encode(content ?? ''), headers: UTF8, finalUrl: url };
    return { url, targets: targetsOf(post, wanted) };
  });
  return { ok: true, posts: posts.filter(({ targets }) => targets.length > 0) };
}

function targetsOf(page: Fetched, wanted: readonly Wanted[]): string[] {
  return wanted.filter((one) => linksTo({ ...page, ...one })).map(({ target }) => target);
}
