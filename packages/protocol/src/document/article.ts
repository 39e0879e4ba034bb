import { decodeHTML } from 'entities';
import { httpUrl } from '../text.ts';
import { textOfHtml } from './blocks.ts';
import { type Graph, isNode, listOf, member, type Node, readGraph } from './json-ld.ts';
import type { Person } from './person.ts';

/** What a page says of itself in JSON-LD, as text that is not cleaned yet; `''` for what it does not say. */
export interface Article {
  readonly title: string;
  readonly description: string;
  readonly published: string;
  readonly author: Person;
}

const VOCABULARY = /^(?:https?:\/\/schema\.org\/|schema:)/;
/** Article, NewsArticle, BlogPosting, SocialMediaPosting and their kin (schema.org/CreativeWork). */
const ABOUT = /(?:Article|Posting)$|^(?:Report|Review|Recipe|Question)$/;
/** Pages of posts describe the comments below them too, so a comment is what a page is about only if nothing else is. */
const COMMENT = /^(?:Comment|Answer)$/;
const MAX_TEXT = 4_000;

function isOfType(node: Node, types: RegExp): boolean {
  return listOf(member(node, '@type')).some(
    (type) => typeof type === 'string' && types.test(type.replace(VOCABULARY, '')),
  );
}

/** Writers escape what they put into a script as if it were markup. */
function textIn(node: Node, ...names: readonly string[]): string {
  for (const name of names) {
    const text = listOf(member(node, name)).find((value) => typeof value === 'string' && value.trim() !== '');
    if (typeof text === 'string') return decodeHTML(text.slice(0, MAX_TEXT));
  }
  return '';
}

function proseIn(node: Node, ...names: readonly string[]): string {
  const text = names.flatMap((name) => listOf(member(node, name))).find((value) => typeof value === 'string');
  return typeof text === 'string' ? textOfHtml(text.slice(0, 4 * MAX_TEXT), MAX_TEXT) : '';
}

/** The first http(s) URL among strings and objects that are one: an image is its `url` or `contentUrl`. */
function urlIn(value: unknown, base: string, names: readonly string[]): string {
  for (const one of listOf(value).slice(0, 10)) {
    const texts = isNode(one) ? names.flatMap((name) => listOf(member(one, name))) : [one];
    const url = texts.map((text) => (typeof text === 'string' && text !== '' ? httpUrl(text, base) : '')).find(Boolean);
    if (url !== undefined) return url;
  }
  return '';
}

function dereferenced(value: unknown, { byId }: Graph): unknown {
  const id = isNode(value) ? member(value, '@id') : undefined;
  const other = typeof id === 'string' ? byId.get(id) : undefined;
  return isNode(value) && other !== undefined ? { ...other, ...value } : value;
}

/** A name, a list, an object, or a reference to one elsewhere in the graph; of several authors the first. */
function authorOf(article: Node, graph: Graph, base: string): Person {
  const claims = [...listOf(member(article, 'author')), ...listOf(member(article, 'creator'))];
  const first = dereferenced(claims[0], graph);
  if (typeof first === 'string') return { name: decodeHTML(first.slice(0, MAX_TEXT)), url: '', photo: '' };
  if (!isNode(first)) return { name: '', url: '', photo: '' };
  const image = listOf(member(first, 'image') ?? member(first, 'logo')).map((one) => dereferenced(one, graph));
  return {
    name: textIn(first, 'name', 'alternateName'),
    url: urlIn(member(first, 'url'), base, ['@id', 'url']) || urlIn(member(first, 'sameAs'), base, []),
    photo: urlIn(image, base, ['url', 'contentUrl']),
  };
}

function isOfPage(node: Node, base: string, isPage: (url: string) => boolean): boolean {
  const places = ['url', '@id', 'mainEntityOfPage', 'mainEntityofPage'].flatMap((name) => listOf(member(node, name)));
  const addresses = places.flatMap((place) => (isNode(place) ? [member(place, '@id'), member(place, 'url')] : [place]));
  return addresses.some((address) => typeof address === 'string' && isPage(httpUrl(address, base)));
}

/** As for microformats: the one of this page, else the only one; a list of posts is no post. */
function chosen(nodes: readonly Node[], base: string, isPage: (url: string) => boolean): Node | undefined {
  return nodes.find((node) => isOfPage(node, base, isPage)) ?? (nodes.length === 1 ? nodes[0] : undefined);
}

/**
 * The article that a page describes in JSON-LD (schema.org): an object, a list, a `@graph`, a `mainEntity`; `undefined`
 * when there is none or when it is unclear which.
 *
 * @param isPage whether a URL is the page's own
 */
export function readArticle(html: string, base: string, isPage: (url: string) => boolean): Article | undefined {
  const graph = readGraph(html);
  const articles = graph.nodes.filter((node) => isOfType(node, ABOUT));
  const article =
    articles.length > 0
      ? chosen(articles, base, isPage)
      : chosen(
          graph.nodes.filter((node) => isOfType(node, COMMENT)),
          base,
          isPage,
        );
  if (article === undefined) return undefined;
  return {
    title: textIn(article, 'headline', 'name'),
    description: proseIn(article, 'description', 'abstract', 'articleBody', 'reviewBody', 'text'),
    published: textIn(article, 'datePublished', 'dateCreated'),
    author: authorOf(article, graph, base),
  };
}
