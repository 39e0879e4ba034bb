import { responds } from './entry-kind.ts';
import { htmlOf, inside, type Microformat, textOf, valuesOf } from './microformats.ts';
import { LINK_MARK } from './parsable.ts';
import type { PlacedEntry } from './read-microformats.ts';

/** What one has to know of the page and the link to choose among its entries. */
export interface PrimaryChoice {
  readonly isPage: (url: string) => boolean;
  readonly isTarget: (url: string) => boolean;
}

/** The old class names know only their own properties, but the content still has the marked tag in it. */
function holdsLink(root: Microformat): boolean {
  return (
    valuesOf(root, LINK_MARK).length > 0 ||
    valuesOf(root, 'content').some((content) => htmlOf(content).includes(LINK_MARK)) ||
    inside(root).some(holdsLink)
  );
}

/**
 * The entry that a source is about: the only one, or the one whose URL is the page's; of a page of many posts the one
 * that responds to the target, else the one that links to it, else none.
 */
export function primaryEntry(
  entries: readonly PlacedEntry[],
  { isPage, isTarget }: PrimaryChoice,
): PlacedEntry | undefined {
  if (entries.length <= 1) return entries[0];
  const ofPage = entries.filter(({ entry }) => valuesOf(entry, 'url').some((url) => isPage(textOf(url))));
  if (ofPage.length === 1) return ofPage[0];
  const among = ofPage.length > 0 ? ofPage : entries;
  return (
    among.find(({ entry }) => responds(entry, isTarget)) ?? among.find(({ entry }) => holdsLink(entry)) ?? ofPage[0]
  );
}
