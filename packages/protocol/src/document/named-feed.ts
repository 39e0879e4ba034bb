import { httpUrl } from '../text.ts';
import { withoutBlanks, wordsIn } from './ascii.ts';
import { baseOf } from './base.ts';
import { markupOf } from './markup.ts';
import { namesOf } from './names.ts';
import type { PageInput } from './types.ts';
import { walk } from './walk.ts';

const ELEMENTS = namesOf(['base', 'link']);
const FEED_TYPES = new Set([
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/feed+json',
]);
/** Feeds of comments and of single tags stand beside the one of posts; it comes first nearly everywhere. */
const ASIDE = /comment/i;

/**
 * The feed that a page names in `<link rel="alternate">`: the first that does not call itself one of comments, else the
 * first. Absolute http(s) URL; `undefined` when there is none. Linear on every page.
 */
export function namedFeed(page: Pick<PageInput, 'body' | 'headers' | 'finalUrl'>): string | undefined {
  const html = markupOf(page);
  let base: string | undefined;
  let posts: string | undefined;
  let any: string | undefined;
  walk(html, ({ stop }) => ({
    elements: ELEMENTS,
    hears: false,
    open(element, attributes) {
      const href = withoutBlanks(attributes.get('href') ?? '');
      if (element === 'base') base ??= baseOf(attributes, page.finalUrl);
      if (element !== 'link' || !isFeed(attributes.get('rel'), attributes.get('type'))) return;
      const url = httpUrl(href, base ?? page.finalUrl);
      if (url === '') return;
      any ??= url;
      if (ASIDE.test(url) || ASIDE.test(attributes.get('title') ?? '')) return;
      posts = url;
      stop();
    },
    close() {},
  }));
  return posts ?? any;
}

function isFeed(rel: string | undefined, type: string | undefined): boolean {
  const isAlternate = wordsIn(rel?.toLowerCase()).includes('alternate');
  return isAlternate && FEED_TYPES.has(type?.split(';')[0]?.trim().toLowerCase() ?? '');
}
