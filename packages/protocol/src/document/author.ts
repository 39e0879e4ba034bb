import { identity } from '../identity.ts';
import { httpUrl, plainText } from '../text.ts';
import type { Article } from './article.ts';
import type { Head } from './head.ts';
import { isMicroformat, type Microformat, textOf, valuesOf } from './microformats.ts';
import { NOBODY, type Person } from './person.ts';
import type { Microformats, PlacedEntry } from './read-microformats.ts';
import type { Entry } from './types.ts';

const MAX_NAME = 100;
const META = ['author', 'article:author', 'parsely-author', 'dc.creator', 'dcterms.creator', 'twitter:creator'];

/** What an author is read from. */
export interface AuthorInput {
  readonly finalUrl: string;
  readonly base: string;
  readonly head: Head;
  readonly microformats: Microformats;
  readonly primary: PlacedEntry | undefined;
  readonly article: Article | undefined;
}

/** A lone URL where a name should be names the person's page, not the person. */
function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim());
}

function firstUrl(root: Microformat, property: string, base: string): string {
  const urls = valuesOf(root, property).map((value) => (textOf(value) === '' ? '' : httpUrl(textOf(value), base)));
  return urls.find(Boolean) ?? '';
}

function personOf(card: Microformat, base: string): Person {
  const name = textOf(valuesOf(card, 'name')[0]) || textOf(card.value);
  return {
    name: isAddress(name) ? '' : name,
    url: firstUrl(card, 'url', base),
    photo: firstUrl(card, 'photo', base),
  };
}

/** The card on this page of whom the author page is; the author page itself is not fetched. */
function cardOf(page: string, cards: readonly Microformat[]): Microformat | undefined {
  const wanted = identity(page);
  return cards.find((card) => valuesOf(card, 'url').some((url) => identity(textOf(url)) === wanted));
}

/**
 * The authorship algorithm (indieweb.org/authorship) as far as the page itself goes: the author of the entry, else of
 * its feed: a card, or the address of an author page, or a name; without one, `rel=author`.
 */
function claimedAuthor({ microformats, primary, base, head }: AuthorInput): Person {
  const link = microformats.authors[0] ?? head.links.get('author') ?? '';
  const related = link === '' ? '' : httpUrl(link, base);
  const own = primary === undefined ? [] : valuesOf(primary.entry, 'author');
  const claims = own.length === 0 && primary?.feed !== undefined ? valuesOf(primary.feed, 'author') : own;
  const card = claims.find(isMicroformat);
  if (card !== undefined) return personOf(card, base);
  const texts = claims.map(textOf);
  const name = texts.find((text) => text.trim() !== '' && !isAddress(text)) ?? '';
  const page = httpUrl(texts.find(isAddress)?.trim() ?? '') || (name === '' ? related : '');
  const known = page === '' ? undefined : cardOf(page, microformats.cards);
  if (known === undefined) return { ...NOBODY, name, url: page };
  return { ...personOf(known, base), ...(name !== '' && { name }), url: page };
}

function metaAuthor({ head, base }: AuthorInput): Person {
  const texts = META.map((name) => head.meta.get(name)?.trim() ?? '').filter((text) => text !== '');
  const link = head.links.get('author') ?? '';
  return {
    name: texts.find((text) => !isAddress(text)) ?? '',
    url: (link === '' ? '' : httpUrl(link, base)) || httpUrl(texts.find(isAddress) ?? ''),
    photo: '',
  };
}

/**
 * The author whom the page claims: by microformats, then JSON-LD, then `meta`; the site stands in for what nobody says.
 * Two claims are joined only when they cannot be of two people. Only the host is verified, so readers have to be shown
 * that.
 */
export function authorOf(input: AuthorInput): Entry['author'] {
  const site = new URL(input.finalUrl);
  const claims = [claimedAuthor(input), input.article?.author ?? NOBODY, metaAuthor(input)].map((person) => ({
    ...person,
    name: plainText(person.name, MAX_NAME),
  }));
  const name = claims.find((person) => person.name !== '')?.name ?? '';
  const ofOne = claims.filter((person) => person.name === '' || person.name === name);
  return {
    name: name || site.host,
    url: ofOne.find(({ url }) => url !== '')?.url ?? `${site.origin}/`,
    photo: ofOne.find(({ photo }) => photo !== '')?.photo ?? '',
  };
}
