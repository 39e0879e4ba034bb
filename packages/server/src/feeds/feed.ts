import type { HeaderLine } from '@hearback/protocol';
import { parseFeed } from 'feedsmith';
import { absolute } from './absolute.ts';
import { type Announced, type AtomLink, announcedBy } from './hub.ts';
import { xmlText } from './xml-text.ts';

export interface FeedEntry {
  /** Absolute http(s) URL. */
  readonly url: string;
  /** Plain text, `''` when it has none. */
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly published: number | undefined;
  /** When it last changed, as the feed writes it; `''` when it does not. */
  readonly updated: string;
  /** HTML of the entry, or of its summary where that is all; `undefined` when it has neither. */
  readonly content: string | undefined;
}

export type FeedReading =
  | ({ readonly ok: true; readonly entries: readonly FeedEntry[] } & Announced)
  /** What is wrong, as the second half of a sentence about the feed. */
  | { readonly ok: false; readonly reason: string };

/** A blog of thirty years has fewer; a feed of a million entries is a mistake or an attack. */
const MAX_ENTRIES = 10_000;
const TOO_MANY = 'it has more than 10,000 entries';

/**
 * Reads RSS 0.9–2.0, RDF, Atom 0.3 and 1.0 and JSON Feed, told apart by content and never by Content-Type, in document
 * order. Entries without a page of their own, and drafts, are left out. Never throws.
 */
export function readFeed(body: Uint8Array, headers: readonly HeaderLine[], finalUrl: string): FeedReading {
  const decoded = xmlText(body, headers);
  if (!decoded.ok) return decoded;
  if (hasTooMany(decoded.text)) return { ok: false, reason: TOO_MANY };
  const feed = parse(decoded.text);
  if (!feed) return { ok: false, reason: 'it is neither well-formed RSS, Atom nor JSON Feed' };
  if (feed.posts.length > MAX_ENTRIES) return { ok: false, reason: TOO_MANY };
  const entries = feed.posts.flatMap(({ link, base, title, date, updated = '', content, isDraft }) => {
    const url = link && absolute(link, base ? (absolute(base, finalUrl) ?? finalUrl) : finalUrl);
    return url && !isDraft ? [{ url, title: plain(title), published: time(date), updated, content }] : [];
  });
  return { ok: true, entries, ...announcedBy(headers, feed.links, finalUrl) };
}

/** Before anything is parsed: a million empty entries fit in seven MiB. */
function hasTooMany(text: string): boolean {
  const entry = /<(?:[\w-]+:)?(?:item|entry)[\s/>]/g;
  for (let count = 0; count <= MAX_ENTRIES; count += 1) if (!entry.test(text)) return false;
  return true;
}

interface Parsed {
  readonly posts: readonly Listed[];
  readonly links: readonly AtomLink[];
}

interface Listed {
  readonly link: string | undefined;
  readonly base: string | undefined;
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly updated: string | undefined;
  readonly isDraft?: boolean | undefined;
  readonly content: string | undefined;
}

function parse(text: string): Parsed | undefined {
  try {
    return parsedOf(parseFeed(text.trimStart(), { maxItems: MAX_ENTRIES + 1 }));
  } catch {
    // The parser's own words ("Invalid feed format") say less than ours.
    return undefined;
  }
}

function parsedOf({ format, feed }: ReturnType<typeof parseFeed<string>>): Parsed {
  switch (format) {
    case 'rss': {
      const posts = (feed.items ?? []).map((one) => ({
        // RSS 2.0: a guid is the permalink unless it says that it is not.
        link: one.link ?? (one.guid?.isPermaLink === false ? undefined : httpOnly(one.guid?.value)),
        base: feed.xml?.base,
        title: one.title,
        date: one.pubDate ?? one.dc?.dates?.[0],
        updated: one.atom?.updated ?? one.dcterms?.modified?.[0],
        content: one.content?.encoded ?? one.description,
      }));
      return { posts, links: feed.atom?.links ?? [] };
    }
    case 'rdf': {
      const posts = (feed.items ?? []).map((one) => ({
        link: one.link,
        base: undefined,
        title: one.title,
        date: one.dc?.dates?.[0],
        updated: one.dcterms?.modified?.[0],
        content: one.content?.encoded ?? one.description,
      }));
      return { posts, links: [] };
    }
    case 'atom': {
      const posts = (feed.entries ?? []).map((one) => ({
        link: alternate(one.links),
        base: joined(feed.xml?.base, one.xml?.base),
        title: one.title?.type === 'html' ? withoutTags(one.title.value) : one.title?.value,
        date: one.published ?? one.updated,
        updated: one.updated,
        isDraft: one.app?.control?.draft,
        content: one.content?.value ?? one.summary?.value,
      }));
      return { posts, links: feed.links ?? [] };
    }
    case 'json': {
      const posts = (feed.items ?? []).map((one) => ({
        link: one.url ?? httpOnly(one.id),
        base: undefined,
        title: one.title,
        date: one.date_published,
        updated: one.date_modified,
        content: one.content_html ?? one.content_text ?? one.summary,
      }));
      const hubs = (feed.hubs ?? []).filter(({ type }) => /^websub$/i.test(type ?? ''));
      return {
        posts,
        links: [...hubs.map(({ url }) => ({ rel: 'hub', href: url })), { rel: 'self', href: feed.feed_url }],
      };
    }
  }
}

/** RFC 4287 §4.2.7.2: no `rel` means alternate; among several the page is the one in HTML. */
function alternate(links: readonly AtomLink[] | undefined): string | undefined {
  const candidates = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  return (candidates.find(({ type }) => type === 'text/html') ?? candidates[0])?.href;
}

/** XML Base: the entry's base is itself relative to the feed's. */
function joined(outer: string | undefined, inner: string | undefined): string | undefined {
  return outer && inner ? (absolute(inner, outer) ?? outer) : (inner ?? outer);
}

function httpOnly(text: string | undefined): string | undefined {
  return text && /^https?:\/\//i.test(text) ? text : undefined;
}

function withoutTags(markup: string | undefined): string | undefined {
  return markup?.replace(/<[^<>]*>/g, '');
}

function plain(title: string | undefined): string {
  return (title ?? '').toWellFormed().replace(/\s+/g, ' ').trim();
}

function time(date: string | undefined): number | undefined {
  const parsed = date === undefined ? Number.NaN : Date.parse(date);
  return Number.isNaN(parsed) ? undefined : parsed;
}
