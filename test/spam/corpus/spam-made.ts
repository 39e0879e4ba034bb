import type { Chance } from './chance.ts';
import type { Made } from './making.ts';
import type { OwnPage } from './own-pages.ts';
import { esc, link } from './page.ts';

export const ours = (page: OwnPage, text = page.title) => link(page.url, esc(text));

/** A page at a host of its own. */
export function at(chance: Chance, made: Made, host: string, path?: string): Made {
  return {
    ...made,
    protocol: chance.pick(['pingback', 'pingback', 'trackback', 'webmention']),
    source: `https://${host}${path ?? new URL(made.source).pathname}`,
  };
}
