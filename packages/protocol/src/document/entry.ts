import { createMatcher } from '../match-level.ts';
import { firstGraphemes, plainText } from '../text.ts';
import { type Article, readArticle } from './article.ts';
import { authorOf } from './author.ts';
import { kindOf } from './entry-kind.ts';
import { nameOf, wordsOf } from './entry-name.ts';
import type { Head } from './head.ts';
import { type Microformat, textOf, valuesOf } from './microformats.ts';
import { primaryEntry } from './primary-entry.ts';
import { isoDate } from './published.ts';
import { readMicroformats } from './read-microformats.ts';
import type { Entry } from './types.ts';

const MAX_TITLE = 250;
const MAX_EXCERPT = 500;
const TITLES = ['og:title', 'twitter:title', 'dc.title', 'dcterms.title'];
const DESCRIPTIONS = ['og:description', 'twitter:description', 'description', 'dc.description'];
const DATES = ['article:published_time', 'og:published_time', 'parsely-pub-date', 'dcterms.created', 'dc.date', 'date'];

/** What an entry is read from; the link has been looked for and found already. */
export interface EntryInput {
  readonly html: string;
  readonly finalUrl: string;
  readonly base: string;
  /** Absolute http(s) URL that the page calls its own, or `''`. */
  readonly canonical: string;
  readonly head: Head;
  /** Words around the link, `''` when there are none. */
  readonly excerpt: string;
  readonly isTarget: (url: string) => boolean;
  /** Offsets of the start tags that link to the target. */
  readonly links: ReadonlySet<number>;
}

/** Of another host a page can call anything its own. */
function ownAddress({ finalUrl, canonical }: EntryInput): (url: string) => boolean {
  const isSameHost = canonical !== '' && new URL(canonical).host === new URL(finalUrl).host;
  const matches = createMatcher(finalUrl, isSameHost ? [canonical] : []);
  return (url) => matches(url) !== undefined;
}

function firstMeta(head: Head, names: readonly string[], max: number): string {
  for (const name of names) {
    const text = plainText(head.meta.get(name) ?? '', max);
    if (text !== '') return text;
  }
  return '';
}

/** A response is read for what it says; a mention for the words around the link. */
function excerptOf(words: string, kind: Entry['kind'], article: Article | undefined, input: EntryInput): string {
  const said = kind === 'mention' ? input.excerpt || words : words || input.excerpt;
  const described = plainText(article?.description ?? '', MAX_EXCERPT);
  return firstGraphemes(said || described || firstMeta(input.head, DESCRIPTIONS, MAX_EXCERPT), MAX_EXCERPT);
}

function publishedOf(entry: Microformat | undefined, article: Article | undefined, head: Head): string {
  const claims = [
    ...(entry === undefined ? [] : valuesOf(entry, 'published').map(textOf)),
    article?.published ?? '',
    ...DATES.map((name) => head.meta.get(name) ?? ''),
  ];
  return claims.map(isoDate).find(Boolean) ?? '';
}

/**
 * What to show of a source. Each field is taken from the first that has it: microformats, JSON-LD, Open Graph and other
 * `meta`, `<title>`, the first heading; the site's host stands in for a missing title or name. All of it is plain text,
 * and what a page claims, not what is true.
 */
export function readEntry(input: EntryInput): Entry {
  const { html, head, base, finalUrl, isTarget } = input;
  const isPage = ownAddress(input);
  const microformats = readMicroformats(html, base, input.links);
  const primary = primaryEntry(microformats.entries, { isPage, isTarget });
  const entry = primary?.entry;
  const article = readArticle(html, base, isPage);
  const { kind, rsvp } = entry === undefined ? ({ kind: 'mention', rsvp: '' } as const) : kindOf(entry, isTarget);
  const words = wordsOf(entry);
  return {
    kind,
    rsvp,
    title:
      nameOf(entry, words) ||
      plainText(article?.title ?? '', MAX_TITLE) ||
      firstMeta(head, TITLES, MAX_TITLE) ||
      plainText(head.title, MAX_TITLE) ||
      plainText(head.heading, MAX_TITLE) ||
      new URL(finalUrl).host,
    author: authorOf({ finalUrl, base, head, microformats, primary, article }),
    excerpt: excerptOf(words, kind, article, input),
    published: publishedOf(entry, article, head),
  };
}
