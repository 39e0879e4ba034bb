import type { ContentLinks } from '@hearback/protocol';
import { markOf } from './mark.ts';

/**
 * Tells whether the content of a post changed: its title, its text and whom it links to, but nothing of the page around
 * it, which a new post or a visitor's comment changes on every page of a site.
 */
export function fingerprint({ title, text, links }: Pick<ContentLinks, 'title' | 'text' | 'links'>): Promise<string> {
  return markOf([title, text, links.map(({ href }) => href)]);
}

/** Why a page is no post, in a sentence: it sends its readers on, or lists several posts. */
export function notPost(
  url: string,
  { refresh, posts }: ContentLinks,
  { mayBeList }: { readonly mayBeList: boolean },
): string | undefined {
  if (refresh !== '') return `${url} sends its readers on to ${refresh}, so it is not told of.`;
  return mayBeList && posts > 1 ? `${url} lists several posts and is none itself, so it is not told of.` : undefined;
}
