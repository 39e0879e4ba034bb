import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { VERSION } from '../../version.ts';
import type { Language } from '../../words/language.ts';
import { type FeedEntry, xml } from './feed-entry.tsx';

export interface Feed {
  readonly title: string;
  /** Where the feed is. */
  readonly self: string;
  /** The page or site that it is about. */
  readonly page: string;
  readonly language: Language;
  readonly entries: readonly FeedEntry[];
}

export const FEED_TYPES = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const;
export type FeedFormat = keyof typeof FEED_TYPES;

export function writeFeed(format: FeedFormat, feed: Feed): string {
  const { title, ...rest } = feed;
  const readable = { ...rest, title: xml(title) };
  if (format === 'atom') return atom(readable);
  return format === 'rss' ? rss(readable) : `${JSON.stringify(json(readable), null, 2)}\n`;
}

/** A feed without entries still has to say when it changed. */
function changedAt({ entries }: Feed): Date {
  return new Date(Math.max(0, ...entries.map(({ updated }) => updated.getTime())));
}

function atom(feed: Feed): string {
  const { title, self, page, language, entries } = feed;
  return generateAtomFeed({
    id: self,
    title: { value: title },
    updated: changedAt(feed),
    generator: { text: 'Hearback', version: VERSION },
    links: [
      { rel: 'self', type: 'application/atom+xml', href: self },
      { rel: 'alternate', type: 'text/html', href: page },
    ],
    xml: { lang: language },
    entries: entries.map(({ id, html, url, target, author, published, updated, ...entry }) => ({
      id,
      title: { value: entry.title },
      content: { type: 'html', value: html },
      authors: [{ name: author.name, ...(author.url && { uri: author.url }) }],
      links: [
        { rel: 'alternate', type: 'text/html', href: url },
        { rel: 'related', type: 'text/html', href: target },
      ],
      published,
      updated,
    })),
  });
}

function rss(feed: Feed): string {
  const { title, self, page, language, entries } = feed;
  return generateRssFeed({
    title,
    link: page,
    description: title,
    language,
    generator: `Hearback ${VERSION}`,
    ...(entries.length > 0 && { lastBuildDate: changedAt(feed) }),
    atom: { links: [{ rel: 'self', type: 'application/rss+xml', href: self }] },
    items: entries.map(({ id, html, url, author, updated, ...entry }) => ({
      title: inertTitle(entry.title),
      link: url,
      guid: { value: id, isPermaLink: false },
      description: html,
      dc: { creators: [inertTitle(author.name)] },
      pubDate: updated,
    })),
  });
}

function json({ title, self, page, language, entries }: Feed) {
  return generateJsonFeed({
    title,
    home_page_url: page,
    feed_url: self,
    language,
    items: entries.map(jsonItem),
  });
}

/** One mention as an item of JSON Feed. */
export function jsonItem({ id, html, url, target, author, published, updated, title }: FeedEntry) {
  return {
    id,
    url,
    external_url: target,
    title,
    content_html: html,
    date_published: published,
    date_modified: updated,
    authors: [
      { name: author.name, ...(author.url && { url: author.url }), ...(author.photo && { avatar: author.photo }) },
    ],
  };
}

/**
 * RSS never said whether a title is text or HTML, and half of the readers take it for HTML: what could be markup or a
 * character reference is escaped once more, so that a stranger's title is none in either half.
 */
function inertTitle(text: string): string {
  return text.replace(/&(?=[#\w])/g, '&amp;').replace(/</g, '&lt;');
}
