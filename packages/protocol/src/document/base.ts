import { httpUrl } from '../text.ts';
import { withoutBlanks } from './ascii.ts';
import type { Attributes } from './walk.ts';

/**
 * The URL that a `<base>` sets for the page; `undefined` when it sets none. The first that has an `href` counts (HTML
 * §4.2.3): one that only names a target for its links leaves the base to the next.
 */
export function baseOf(attributes: Attributes, finalUrl: string): string | undefined {
  const href = attributes.get('href');
  return href === undefined ? undefined : httpUrl(withoutBlanks(href), finalUrl) || undefined;
}
