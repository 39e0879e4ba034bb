import type { HeaderLine } from '@hearback/protocol';
import { parseFeed } from 'feedsmith';
import { absolute } from './absolute.ts';
import { xmlText } from './xml-text.ts';

export interface FeedEntry {
  /** Absolute http(s) URL. */
  readonly url: string;
  /** Plain text, `''` when it has none. */
  readonly title: string;
  /** Milliseconds since the epoch. */
  readonly published: number | undefined;
  /** HTML of the entry, or of its summary where that is all; `undefined` when it has neither. */
  readonly content: string | undefined;
}

export type FeedReading =
  | { readonly ok: true; readonly entries: readonly FeedEntry[] }
  /** What is wrong, as the second half of a sentence about the feed. */
  | { readonly ok: false; readonly reason: string };

/** A blog of thirty years has fewer; a feed of a million entries is a mistake or an attack. */
const MAX_ENTRIES = 10_000;

/**
 * Reads RSS 0.9–2.0, RDF, Atom 0.3 and 1.0 and JSON Feed, told apart by content and never by Content-Type, in document
 * order. Entries without a page of their own are left out. Never throws.
 */
export function readFeed(body: Uint8Array, headers: readonly HeaderLine[], finalUrl: string): FeedReading {
  const decoded = xmlText(body, headers);
  if (!decoded.ok) return decoded;
  const drafts = parse(decoded.text);
  if (!drafts) return { ok: false, reason: 'it is neither well-formed RSS, Atom nor JSON Feed' };
  const entries = drafts.flatMap(({ link, base, title, date, content }) => {
    const url = link && absolute(link, base ? (absolute(base, finalUrl) ?? finalUrl) : finalUrl);
    return url ? [{ url, title: plain(title), published: time(date), content }] : [];
  });
  return { ok: true, entries };
}

interface Draft {
  readonly link: string | undefined;
  readonly base: string | undefined;
  readonly title: string | undefined;
  readonly date: string | undefined;
  readonly content: string | undefined;
}

function parse(text: string): readonly Draft[] | undefined {
  try {
    return draftsOf(parseFeed(text.trimStart(), { maxItems: MAX_ENTRIES }));
  } catch {
    // The parser's own words ("Invalid feed format") say less than ours.
    return undefined;
  }
}

function draftsOf({ format, feed }: ReturnType<typeof parseFeed<string>>): readonly Draft[] {
  switch (format) {
    case 'rss':
      return (feed.items ?? []).map((one) => ({
        // RSS 2.0: a guid is the permalink unless it says that it is not.
        link: one.link ?? (one.guid?.isPermaLink === false ? undefined : httpOnly(one.guid?.value)),
        base: feed.xml?.base,
        title: one.title,
        date: one.pubDate ?? one.dc?.dates?.[0],
        content: one.content?.encoded ?? one.description,
      }));
    case 'rdf':
      return (feed.items ?? []).map((one) => ({
        link: one.link,
        base: undefined,
        title: one.title,
        date: one.dc?.dates?.[0],
        content: one.content?.encoded ?? one.description,
      }));
    case 'atom':
      return (feed.entries ?? []).map((one) => ({
        link: alternate(one.links),
        base: joined(feed.xml?.base, one.xml?.base),
        title: one.title?.type === 'html' ? withoutTags(one.title.value) : one.title?.value,
        date: one.published ?? one.updated,
        content: one.content?.value ?? one.summary?.value,
      }));
    case 'json':
      return (feed.items ?? []).map((one) => ({
        link: one.url ?? httpOnly(one.id),
        base: undefined,
        title: one.title,
        date: one.date_published,
        content: one.content_html ?? one.summary,
      }));
  }
}

interface AtomLink {
  readonly href?: string | undefined;
  readonly rel?: string | undefined;
  readonly type?: string | undefined;
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
