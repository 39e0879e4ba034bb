import type { HeaderLine } from '@hearback/protocol';
import { SaxesParser } from 'saxes';
import { othersFirst } from '../slices.ts';
import { absolute } from './absolute.ts';
import { xmlText } from './xml-text.ts';

export interface SitemapEntry {
  /** Absolute http(s) URL of a page, or of another sitemap in an index. */
  readonly url: string;
  /** When it last changed, milliseconds since the epoch. */
  readonly modified: number | undefined;
}

export type SitemapReading =
  | { readonly ok: true; readonly kind: 'pages' | 'index'; readonly entries: readonly SitemapEntry[] }
  /** What is wrong, as the second half of a sentence about the sitemap. */
  | { readonly ok: false; readonly reason: string };

/** The protocol's own limit for one file (sitemaps.org, "Sitemap file location"). */
const MAX_ENTRIES = 50_000;

/** Characters that are read in one go: three hundred pages. */
const SLICE = 32 * 1024;

/** Reads a sitemap or a sitemap index, in slices, for ten megabytes take most of a second. Never rejects. */
export async function readSitemap(
  body: Uint8Array,
  headers: readonly HeaderLine[],
  finalUrl: string,
): Promise<SitemapReading> {
  const decoded = xmlText(body, headers);
  if (!decoded.ok) return decoded;
  const entries: SitemapEntry[] = [];
  const path: string[] = [];
  let root = '';
  let loc = '';
  let lastmod = '';
  let broken = '';
  let count = 0;

  const parser = new SaxesParser({ fragment: false });
  // Thrown, so that the first is the last: going on over a million of them took a second for half a MiB.
  parser.on('error', (error) => {
    broken = error.message;
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    path.push(localName(name));
    root ||= path[0] ?? '';
    if (path.length === 2) loc = lastmod = '';
  });
  const text = (chunk: string) => {
    // Only `<url><loc>`: image and video extensions have `loc` elements of their own, one level deeper.
    if (path.length !== 3) return;
    if (path[2] === 'loc') loc += chunk;
    else if (path[2] === 'lastmod') lastmod += chunk;
  };
  parser.on('text', text);
  parser.on('cdata', text);
  parser.on('closetag', () => {
    if (path.length === 2) {
      count += 1;
      if (count > MAX_ENTRIES) throw new TooMany();
      const url = absolute(loc, finalUrl);
      if (url) entries.push({ url, modified: time(lastmod) });
    }
    path.pop();
  });
  try {
    const text = decoded.text.trimStart();
    for (let at = 0; at < text.length; at += SLICE) {
      if (at > 0) await othersFirst();
      parser.write(text.slice(at, at + SLICE));
    }
    parser.close();
  } catch (error) {
    if (error instanceof TooMany) return { ok: false, reason: 'it has more than the 50,000 entries of one file' };
    if (broken === '') throw error;
  }

  if (broken)
    return { ok: false, reason: `it is not well-formed XML (line ${broken.replace(/\s+/g, ' ').slice(0, 120)})` };
  if (root === 'urlset') return { ok: true, kind: 'pages', entries };
  if (root === 'sitemapindex') return { ok: true, kind: 'index', entries };
  return { ok: false, reason: `its root element is <${root.slice(0, 40)}>, not <urlset> or <sitemapindex>` };
}

class TooMany extends Error {}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function time(date: string): number | undefined {
  const parsed = Date.parse(date.trim());
  return Number.isNaN(parsed) ? undefined : parsed;
}
