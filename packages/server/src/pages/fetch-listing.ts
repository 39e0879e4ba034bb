import { type HeaderLine, type Http, headerValue } from '@hearback/protocol';
import { announcedBy } from '../feeds/hub.ts';
import { readSitemap } from '../feeds/sitemap.ts';
import type { PageReader, Readings, Wanted } from '../ports/index.ts';
import { conditionsOf, renewed } from './answered.ts';
import type { Answered, ListedPage, Listing, NoListing } from './listing.ts';
import { digestOf, markOf } from './mark.ts';
import { kindOfListing } from './sniff.ts';

/** 50,000 sitemap lines of ordinary length; feeds with whole posts in them stay below it. */
const MAX_BYTES = 10 * 1024 * 1024;
/** A stranger's feed: half of what a page may have. */
const MAX_FOREIGN_BYTES = 512 * 1024;
/** Files of one sitemap index that are read: a million pages. */
const MAX_FILES = 20;

export interface FetchListingDeps {
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
}

/**
 * Fetches a listing of our own pages and reads it as what it turns out to be: a feed (RSS, Atom, JSON Feed), a sitemap or
 * an index of sitemaps, or an HTML page with an `h-feed`. `what` is only what messages call it. With what
 * was answered before, the server may say that nothing changed, or send the same bytes again. Never throws.
 */
export async function fetchListing(
  deps: FetchListingDeps,
  what: 'feed' | 'sitemap' | 'listing',
  url: string,
  before?: Answered,
): Promise<Listing> {
  const file = await fetchFile(deps.http, url, what, { before });
  if (!file.ok) return file;
  const digest = await digestOf(file.body);
  if (before?.digest === digest) return unchanged(what, url, { ...before, headers: file.headers });
  const listing = await readFile(deps, what, url, file);
  return listing.ok && !listing.isPartial ? { ...listing, digest } : listing;
}

/** `isPartial`: other files belong to it. */
type Read = (Extract<Listing, { ok: true }> & { readonly isPartial?: boolean }) | NoListing;

async function readFile(deps: FetchListingDeps, what: string, url: string, file: FetchedFile): Promise<Read> {
  switch (kindOfListing(file.body, file.headers)) {
    case 'sitemap':
      return readSitemapFiles(deps.http, url, file);
    case 'page':
      return readPosts(deps, what, url, file);
    case 'feed':
      return readEntries(what, url, file);
  }
}

async function readEntries(what: string, url: string, { body, headers, finalUrl }: FetchedFile): Promise<Listing> {
  // Its parser is a seventh of all that a start would have to load, and most starts read no feed.
  const { readFeed } = await import('../feeds/feed.ts');
  const reading = readFeed(body, headers, finalUrl);
  if (!reading.ok) return unreadable(what, url, reading.reason);
  const pages: ListedPage[] = [];
  for (const { updated, ...entry } of reading.entries)
    pages.push({ ...entry, mark: await markOf([updated, entry.title, entry.content]) });
  const { hub, self } = reading;
  return { ok: true, kind: 'feed', pages, headers, hub, topic: self ?? url };
}

/** Visitors may have written on it too, so the reader takes it apart. */
async function readPosts({ reader }: FetchListingDeps, what: string, url: string, file: FetchedFile): Promise<Listing> {
  const { body, headers, finalUrl } = file;
  const read = await reader.read('listed', { body, headers, finalUrl });
  if (!read.ok) return unreadable(what, url, read.reason.replace(/\.$/, ''));
  const { entries, feed } = read.reading;
  if (entries.length === 0) {
    const hint = feed === undefined ? '' : `; it names the feed ${feed}, which can be watched instead`;
    return unreadable(what, url, `it is a page without the entries of an h-feed${hint}`);
  }
  const pages: ListedPage[] = [];
  for (const { updated, published, content, ...entry } of entries) {
    const at = Date.parse(published || updated);
    const mark = await markOf([updated, entry.title, content]);
    pages.push({ ...entry, content: content || undefined, published: Number.isNaN(at) ? undefined : at, mark });
  }
  const { hub, self } = announcedBy(headers, [], finalUrl);
  return { ok: true, kind: 'feed', pages, headers, hub, topic: self ?? url };
}

/**
 * A sitemap, or the first twenty files of a sitemap index. One file of an index that cannot be had fails the whole: a map
 * with a hole would look as if pages had left it. An index inside an index is not followed (sitemaps.org forbids it).
 */
async function readSitemapFiles(http: Http, url: string, file: FetchedFile): Promise<Read> {
  const { headers } = file;
  const reading = await readSitemap(file.body, headers, file.finalUrl);
  if (!reading.ok) return unreadable('sitemap', url, reading.reason);
  if (reading.kind === 'pages') return { ok: true, kind: 'sitemap', pages: reading.entries.map(listed), headers };

  const pages: ListedPage[] = [];
  for (const part of reading.entries.slice(0, MAX_FILES)) {
    const partFile = await fetchFile(http, part.url, 'sitemap');
    if (!partFile.ok) return partFile;
    const partReading = await readSitemap(partFile.body, partFile.headers, partFile.finalUrl);
    if (!partReading.ok) return unreadable('sitemap', part.url, partReading.reason);
    if (partReading.kind === 'pages') for (const entry of partReading.entries) pages.push(listed(entry));
  }
  // An index that did not change says nothing of its files.
  const lasting = headers.filter(([name]) => !/^(etag|last-modified)$/i.test(name));
  return { ok: true, kind: 'sitemap', pages, headers: lasting, isPartial: true };
}

interface FetchedFile {
  readonly body: Uint8Array;
  readonly headers: readonly HeaderLine[];
  readonly finalUrl: string;
}

type File = ({ readonly ok: true } & FetchedFile) | NoListing;

/**
 * Fetches the feed of another site and looks for links to our pages in the content of its entries. A stranger wrote it, so
 * the reader takes it apart. One that is longer than 512 KiB is read as far as that; posts come newest first. Never
 * throws.
 */
export async function fetchForeignFeed(
  { http, reader }: { readonly http: Http; readonly reader: Pick<PageReader, 'read'> },
  url: string,
  wanted: readonly Wanted[],
): Promise<Readings['posts']['found']> {
  const file = await fetchFile(http, url, 'feed', { cut: MAX_FOREIGN_BYTES });
  if (!file.ok) return file;
  const { body, headers, finalUrl } = file;
  const read = await reader.read('posts', { body, headers, finalUrl, wanted });
  return read.ok ? read.reading : read;
}

async function fetchFile(
  http: Http,
  url: string,
  what: string,
  { cut, before }: { readonly cut?: number; readonly before?: Answered | undefined } = {},
): Promise<File> {
  const maxBytes = cut ?? MAX_BYTES;
  const conditions = conditionsOf(before);
  const reply = await http.request({ method: 'GET', url, headers: conditions, redirects: 'page', maxBytes });
  if (!reply.ok)
    return { ok: false, reason: `The ${what} ${url} could not be fetched: ${reply.reason}`, retryAfter: undefined };
  if (reply.status === 304 && before && Object.keys(conditions).length > 0)
    return unchanged(what, url, renewed(before, reply.headers));
  if (reply.status !== 200) {
    const retryAfter = Number(headerValue(reply.headers, 'retry-after') ?? Number.NaN);
    return {
      ok: false,
      reason: `The ${what} ${url} was answered with HTTP ${reply.status}.`,
      retryAfter: retryAfter >= 0 ? retryAfter : undefined,
    };
  }
  if (reply.truncated && cut === undefined) return unreadable(what, url, 'it is larger than 10 MiB');
  return { ok: true, body: reply.body, headers: reply.headers, finalUrl: reply.finalUrl };
}

function unchanged(what: string, url: string, answered: Answered): NoListing {
  return { ok: false, reason: `The ${what} ${url} has not changed.`, retryAfter: undefined, unchanged: answered };
}

function unreadable(what: string, url: string, reason: string): NoListing {
  return { ok: false, reason: `The ${what} ${url} cannot be read: ${reason}.`, retryAfter: undefined };
}

/** Sitemaps say when a page changed and nothing else; without a date its changes go unseen. */
function listed({ url, modified }: { readonly url: string; readonly modified: number | undefined }): ListedPage {
  return { url, title: '', published: modified, mark: modified === undefined ? undefined : String(modified) };
}
