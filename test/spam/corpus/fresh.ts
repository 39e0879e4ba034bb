import { FRESH_HONEST } from './fresh-honest.ts';
import { FRESH_SPAM } from './fresh-spam.ts';
import { OWN_PAGES } from './own-pages.ts';
import type { Item } from './page.ts';
import { SECOND_HONEST } from './second-honest.ts';
import { SECOND_SPAM } from './second-spam.ts';
import { THIRD_HONEST } from './third-honest.ts';
import { THIRD_SPAM } from './third-spam.ts';

/** Family, source, HTML. The target is the page of ours that the HTML links to. */
export type Written = readonly [family: string, source: string, html: string];

const PROTOCOLS = ['pingback', 'webmention', 'trackback'] as const;

function* itemsOf(round: string, written: readonly Written[], label: Item['label']): Generator<Item> {
  const counts = new Map<string, number>();
  for (const [at, [name, source, html]] of written.entries()) {
    const target = OWN_PAGES.find(({ url }) => html.includes(url))?.url;
    if (target === undefined) throw new Error(`The page ${source} links to nothing of ours.`);
    const family = `${round}-${name}`;
    const n = (counts.get(family) ?? 0) + 1;
    counts.set(family, n);
    yield { id: `${family}-${n}`, family, label, protocol: PROTOCOLS[at % 3] ?? 'pingback', source, target, html };
  }
}

/**
 * Written one by one, in three rounds, each before its writer knew what the rules made of it. What the rules missed in the
 * first two changed them; after the third nothing was changed.
 */
export const FRESH: readonly Item[] = [
  ...itemsOf('fresh', FRESH_HONEST, 'honest'),
  ...itemsOf('fresh', FRESH_SPAM, 'spam'),
  ...itemsOf('second', SECOND_HONEST, 'honest'),
  ...itemsOf('second', SECOND_SPAM, 'spam'),
  ...itemsOf('third', THIRD_HONEST, 'honest'),
  ...itemsOf('third', THIRD_SPAM, 'spam'),
];
