import { LINK_PLACES } from './link-place.ts';
import type { FoundLink } from './types.ts';

const UNCOUNTED = new Set(['nofollow', 'ugc', 'sponsored']);

/** Whether a link asks for nothing that keeps robots from counting it. */
export function isFollowed({ rel }: Pick<FoundLink, 'rel'>): boolean {
  return !rel.some((token) => UNCOUNTED.has(token));
}

function rank(link: FoundLink): number {
  const place = LINK_PLACES.indexOf(link.place ?? 'content');
  return (place * 2 + (isFollowed(link) ? 0 : 1)) * 2 + (link.anchor === '' ? 1 : 0);
}

/**
 * The link that a page is said to have when it has several to one target: one in the content before one in a comment, a
 * followed one before one that is not, one with a text before one without; of equals the first.
 */
export function bestLink(links: readonly FoundLink[]): FoundLink | undefined {
  return links.reduce<FoundLink | undefined>(
    (best, link) => (best === undefined || rank(link) < rank(best) ? link : best),
    undefined,
  );
}
