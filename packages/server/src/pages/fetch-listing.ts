import { type HeaderLine, type Http, headerValue } from '@hearback/protocol';
import { readSitemap } from '../feeds/sitemap.ts';
import type { PageReader, Readings, Wanted } from '../ports/index.ts';

export interface ListedPage {
  /** Absolute http(s) URL. */
  readonly url: string;
  /** `''` when the listing has none: sitemaps never do. */
  readonly title: string;
  readonly published: number | undefined;
  /** HTML of the page's content, where a feed has it. */
  readonly content?: string | undefined;
}

export type Listing =
  | { readonly ok: true; readonly pages: readonly ListedPage[]; readonly headers: readonly HeaderLine[] }
  /** One sentence. `retryAfter` in seconds, when the server asked for a pause. */
  | { readonly ok: false; readonly reason: string; readonly retryAfter: number | undefined };

/** 50,000 sitemap lines of ordinary length; feeds with whole posts in them stay below it. */
const MAX_BYTES = 10 * 1024 * 1024;
/** A stranger's feed: half of what a page may have. */
const MAX_FOREIGN_BYTES = 512 * 1024;
/** Files of one sitemap index that are read: a million pages. */
const MAX_FILES = 20;

/** Fetches a feed (RSS, Atom, JSON Feed) and lists its entries. Never throws. */
export async function fetchFeed(http: Http, url: string): Promise<Listing> {
  const file = await fetchFile(http, url, 'feed');
  if (!file.ok) return file;
  // Its parser is a seventh of all that a start would have to load, and most starts read no feed.
  const { readFeed } = await import('../feeds/feed.ts');
  const reading = readFeed(file.body, file.headers, file.finalUrl);
  return reading.ok
    ? { ok: true, pages: reading.entries, headers: file.headers }
    : unreadable('feed', url, reading.reason);
}

/**
 * Fetches a sitemap, or the first twenty files of a sitemap index, and lists its pages. One file of an index that cannot
 * be had fails the whole: a map with a hole would look as if pages had left it. An index inside an index is not
 * followed (sitemaps.org forbids it). Never throws.
 */
export async function fetchSitemap(http: Http, url: string): Promise<Listing> {
  const file = await fetchFile(http, url, 'sitemap');
  if (!file.ok) return file;
  const reading = readSitemap(file.body, file.headers, file.finalUrl);
  if (!reading.ok) return unreadable('sitemap', url, reading.reason);
  if (reading.kind === 'pages') return { ok: true, pages: reading.entries.map(listed), headers: file.headers };

  const pages: ListedPage[] = [];
  for (const part of reading.entries.slice(0, MAX_FILES)) {
    const partFile = await fetchFile(http, part.url, 'sitemap');
    if (!partFile.ok) return partFile;
    const partReading = readSitemap(partFile.body, partFile.headers, partFile.finalUrl);
    if (!partReading.ok) return unreadable('sitemap', part.url, partReading.reason);
    if (partReading.kind === 'pages') pages.push(...partReading.entries.map(listed));
  }
  return { ok: true, pages, headers: file.headers };
}

type File =
  | { readonly ok: true; readonly body: Uint8Array; readonly headers: readonly HeaderLine[]; readonly finalUrl: string }
  | Extract<Listing, { ok: false }>;

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
  const file = await fetchFile(http, url, 'feed', MAX_FOREIGN_BYTES);
  if (!file.ok) return file;
  const { body, headers, finalUrl } = file;
  const read = await reader.read('posts', { body, headers, finalUrl, wanted });
  return read.ok ? read.reading : read;
}

async function fetchFile(http: Http, url: string, what: string, cut?: number): Promise<File> {
  const reply = await http.request({ method: 'GET', url, redirects: 'page', maxBytes: cut ?? MAX_BYTES });
  if (!reply.ok)
    return { ok: false, reason: `The ${what} ${url} could not be fetched: ${reply.reason}`, retryAfter: undefined };
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

function unreadable(what: string, url: string, reason: string): Extract<Listing, { ok: false }> {
  return { ok: false, reason: `The ${what} ${url} cannot be read: ${reason}.`, retryAfter: undefined };
}

function listed({ url, modified }: { readonly url: string; readonly modified: number | undefined }): ListedPage {
  return { url, title: '', published: modified };
}
