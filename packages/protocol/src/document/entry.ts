import { identity } from '../identity.ts';
import { firstGraphemes, httpUrl, plainText } from '../text.ts';
import { kindOf, responds } from './entry-kind.ts';
import type { Head } from './head.ts';
import { longTextOf, type Microformat, type MicroformatProperty, textOf, valuesOf } from './microformats.ts';
import { isoDate } from './published.ts';
import type { Entry } from './types.ts';

const MAX_TITLE = 250;
const MAX_NAME = 100;
const MAX_EXCERPT = 500;

/** What an entry is read from; the link has been looked for already. */
export interface EntryInput {
  readonly finalUrl: string;
  readonly base: string;
  readonly head: Head;
  readonly entries: readonly Microformat[];
  /** Words around the link, `''` when there are none. */
  readonly excerpt: string;
  readonly isTarget: (url: string) => boolean;
}

/**
 * PTD-03: the only entry, or the one whose URL is the page, or the one that responds; of a page of many posts, none.
 */
function primaryEntry({ entries, finalUrl, isTarget }: EntryInput): Microformat | undefined {
  if (entries.length <= 1) return entries[0];
  const page = identity(finalUrl);
  const ofPage = entries.find((entry) => valuesOf(entry, 'url').some((url) => identity(textOf(url)) === page));
  return ofPage ?? entries.find((entry) => responds(entry, isTarget));
}

function contentOf(entry: Microformat): string {
  return plainText(longTextOf(valuesOf(entry, 'content')[0], 8 * MAX_EXCERPT), 2 * MAX_EXCERPT);
}

/** A note has no name of its own: the parser then makes one of all its text. */
function nameOf(entry: Microformat | undefined): string {
  if (entry === undefined) return '';
  const name = plainText(textOf(valuesOf(entry, 'name')[0]), MAX_TITLE);
  const content = contentOf(entry);
  return content !== '' && (content.startsWith(name) || name.startsWith(content)) ? '' : name;
}

function urlOf(property: MicroformatProperty | undefined, base: string): string {
  const text = textOf(property);
  return text === '' ? '' : httpUrl(text, base);
}

/** The author whom the page claims; only the host is verified, so readers have to be shown that (attack 179). */
function authorOf(entry: Microformat | undefined, { head, base, finalUrl }: EntryInput): Entry['author'] {
  const site = new URL(finalUrl);
  const [claimed] = entry === undefined ? [] : valuesOf(entry, 'author');
  const card = typeof claimed === 'object' && 'properties' in claimed ? claimed : undefined;
  const cardName = card === undefined ? textOf(claimed) : textOf(valuesOf(card, 'name')[0]) || textOf(card.value);
  // A lone URL as author names the person's page, not the person.
  const isUrl = httpUrl(cardName) !== '' && !/\s/.test(cardName.trim());
  const link = head.links.get('author') ?? '';
  return {
    name:
      (isUrl ? '' : plainText(cardName, MAX_NAME)) || plainText(head.meta.get('author') ?? '', MAX_NAME) || site.host,
    url:
      (card === undefined ? httpUrl(cardName) : urlOf(valuesOf(card, 'url')[0], base)) ||
      (link === '' ? '' : httpUrl(link, base)) ||
      `${site.origin}/`,
    photo: card === undefined ? '' : urlOf(valuesOf(card, 'photo')[0], base),
  };
}

/** A response is read for what it says; a mention for the words around the link. */
function excerptOf(entry: Microformat | undefined, kind: Entry['kind'], { head, excerpt }: EntryInput): string {
  const content =
    entry === undefined ? '' : contentOf(entry) || plainText(textOf(valuesOf(entry, 'summary')[0]), MAX_EXCERPT);
  const described = head.meta.get('og:description') ?? head.meta.get('description') ?? '';
  const words = kind === 'mention' ? excerpt || content : content || excerpt;
  return firstGraphemes(words || plainText(described, MAX_EXCERPT), MAX_EXCERPT);
}

/**
 * What to show of a source: from its microformats, else from `meta` and Open Graph, else from the bare page; the site's
 * host stands in for a missing title or name (PB-S18). All of it is plain text, and what a page claims, not what is
 * true.
 */
export function readEntry(input: EntryInput): Entry {
  const { head, finalUrl } = input;
  const entry = primaryEntry(input);
  const kind = entry === undefined ? 'mention' : kindOf(entry, input.isTarget);
  const published = entry === undefined ? '' : textOf(valuesOf(entry, 'published')[0]);
  return {
    kind,
    title:
      nameOf(entry) ||
      plainText(head.meta.get('og:title') ?? '', MAX_TITLE) ||
      plainText(head.title, MAX_TITLE) ||
      plainText(head.heading, MAX_TITLE) ||
      new URL(finalUrl).host,
    author: authorOf(entry, input),
    excerpt: excerptOf(entry, kind, input),
    published: isoDate(published) || isoDate(head.meta.get('article:published_time') ?? ''),
  };
}
