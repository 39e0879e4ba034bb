import { headerValue } from '../http.ts';
import { httpUrl, plainText } from '../text.ts';
import { decodePage } from './charset.ts';
import { readHead } from './head.ts';
import { htmlOf, type Microformat, textOf, valuesOf } from './microformats.ts';
import { readMicroformats } from './read-microformats.ts';
import type { PageInput } from './types.ts';

const MAX_TITLE = 250;
const DRAFT = /^\s*draft\s*$/i;

/** A post that a page lists. */
export interface HFeedEntry {
  /** Absolute http(s) URL. */
  readonly url: string;
  /** Plain text, `''` when it has none. */
  readonly title: string;
  /** As written, `''` when it is not. */
  readonly published: string;
  readonly updated: string;
  /** HTML, `''` when the page has only the title. */
  readonly content: string;
}

export interface HFeed {
  /** In document order; those without an address of their own, and drafts, are left out. */
  readonly entries: readonly HFeedEntry[];
}

/**
 * The posts that an HTML page lists in microformats: those of its first `h-feed` that has any, else all its entries.
 * Nothing for a page that is too deep or too long to be parsed safely. Never throws for anything in it.
 */
export function readHFeed(page: Pick<PageInput, 'body' | 'headers' | 'finalUrl'>): HFeed {
  const html = decodePage(page.body, headerValue(page.headers, 'content-type'));
  const { base } = readHead(html, page.finalUrl);
  const placed = readMicroformats(html, base, new Set()).entries;
  const feed = placed.find((one) => one.feed !== undefined)?.feed;
  const listed = placed.filter((one) => one.feed === feed).map(({ entry }) => entry);
  return { entries: listed.flatMap((entry) => entryOf(entry, base)) };
}

function entryOf(entry: Microformat, base: string): readonly HFeedEntry[] {
  const [address] = valuesOf(entry, 'url').map(textOf);
  const url = address ? httpUrl(address.trim(), base) : '';
  if (url === '' || valuesOf(entry, 'post-status').some((status) => DRAFT.test(textOf(status)))) return [];
  const content = valuesOf(entry, 'content')[0];
  return [
    {
      url,
      title: plainText(textOf(valuesOf(entry, 'name')[0]), MAX_TITLE),
      published: textOf(valuesOf(entry, 'published')[0]),
      updated: textOf(valuesOf(entry, 'updated')[0]),
      content: htmlOf(content),
    },
  ];
}
