import { findLinks } from './find-links.ts';
import { readHead } from './head.ts';
import { markupOf } from './markup.ts';
import { reachOf } from './reach.ts';
import type { PageInput } from './types.ts';

/**
 * Whether a page, or a piece of one, links to the target by the rules of refbacks: what `readPage` finds without reading
 * anything else. Linear, and next to nothing where the target's host does not occur.
 */
export function linksTo(page: Omit<PageInput, 'status' | 'protocols'>): boolean {
  const html = markupOf(page);
  const { base } = readHead(html, page.finalUrl);
  return findLinks(html, { ...page, base, reach: reachOf(['refback']) }).links.length > 0;
}
