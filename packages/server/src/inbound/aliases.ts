import type { PageInput, PageReading, Protocol } from '@hearback/protocol';
import type { Resolve } from '../pages/resolve.ts';
import { withoutTracking } from '../pages/tracking.ts';
import type { PageReader, Read } from '../ports/index.ts';

/** A reading; `partly` when the page links to more addresses of ours than were compared with the target. */
export type SourceRead = Read<PageReading> & { readonly partly?: boolean };

/** Reads a source for links to its target. */
export type ReadSource = (page: PageInput) => Promise<SourceRead>;

/** Webmention demands the target's own address (§3.2.2), so that other names of the page are none of its business. */
function knowsAliases(protocols: readonly Protocol[]): boolean {
  return protocols.some((protocol) => protocol !== 'webmention');
}

/**
 * A reader that knows the target's other addresses (L6): the one in the map, and where the link is not found, those that
 * the page links to and our own router takes for the target. A router can be asked, but not for a list, so that the page
 * has to be read a second time then.
 */
export function knowingAliases(reader: Pick<PageReader, 'read'>, resolve: Resolve): ReadSource {
  return async (page) => {
    const target = URL.parse(page.target);
    const own = target ? await resolve(target) : undefined;
    if (!target || !own) return reader.read('page', page);
    // A site without a map has no list either, but tracking parameters mean nothing on any of our own pages.
    const aliases = [own.page?.url ?? withoutTracking(target).href];
    const { body, headers, finalUrl, protocols = ['pingback'] } = page;
    const first = await reader.read('page', { ...page, aliases });
    if (!first.ok || first.reading.links.length > 0 || !knowsAliases(protocols)) return first;
    const neighbours = await reader.read('neighbours', { body, headers, finalUrl, protocols, target: target.href });
    if (!neighbours.ok) return neighbours;
    const { addresses, complete } = neighbours.reading;
    for (const address of addresses) {
      // It may have the `www.` that the site has not, which no rung of the ladder minds.
      const url = new URL(address);
      url.host = target.host;
      const other = await resolve(url);
      if (other?.site.id === own.site.id && other.key === own.key) aliases.push(address);
    }
    return aliases.length === 1 ? { ...first, partly: !complete } : reader.read('page', { ...page, aliases });
  };
}
