import type { PageInput, PageReading } from '@hearback/protocol';
import type { Resolve } from '../pages/resolve.ts';
import { withoutTracking } from '../pages/tracking.ts';
import type { PageReader, Read } from '../ports/index.ts';

/** Reads a source for links to its target. */
export type ReadSource = (page: PageInput) => Promise<Read<PageReading>>;

/**
 * A reader that knows the target's other addresses (L6): the one in the map, and where the link is not found, those in
 * the page that our own router takes for the target. A router can be asked, but not for a list, so that the page has to
 * be read a second time then.
 */
export function knowingAliases(reader: Pick<PageReader, 'read'>, resolve: Resolve): ReadSource {
  return async (page) => {
    const target = URL.parse(page.target);
    const own = target ? await resolve(target) : undefined;
    if (!target || !own) return reader.read('page', page);
    // A site without a map has no list either, but tracking parameters mean nothing on any of our own pages.
    const aliases = [own.page?.url ?? withoutTracking(target).href];
    const first = await reader.read('page', { ...page, aliases });
    if (!first.ok || first.reading.links.length > 0) return first;
    const neighbours = await reader.read('neighbours', { body: page.body, target: target.href });
    if (!neighbours.ok) return neighbours;
    for (const address of neighbours.reading) {
      const other = await resolve(new URL(address));
      if (other?.site.id === own.site.id && other.key === own.key) aliases.push(address);
    }
    return aliases.length === 1 ? first : reader.read('page', { ...page, aliases });
  };
}
