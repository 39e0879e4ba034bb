import type { Resolve } from '../pages/resolve.ts';
import type { PageReader } from '../ports/index.ts';

const ADDRESS = /(?:https?:)?\/\/[^\s"'<>]+/gi;
const MAX_CANDIDATES = 20;

function hostOf({ host }: URL): string {
  return host.replace(/^www\./, '');
}

/** Addresses on the target's host that stand in the markup. Whether one of them is a link is for the reader to say. */
function neighbours(target: URL, body: Uint8Array): readonly URL[] {
  const found = new Map<string, URL>();
  for (const [text] of new TextDecoder('windows-1252').decode(body).matchAll(ADDRESS)) {
    if (!text.toLowerCase().includes(hostOf(target))) continue;
    const url = URL.parse(text.replaceAll('&amp;', '&'), target.href);
    if (url && hostOf(url) === hostOf(target)) found.set(url.href, url);
    if (found.size === MAX_CANDIDATES) break;
  }
  return [...found.values()];
}

/**
 * A reader that knows the target's other addresses (L6): the one in the map, and where the link is not found, those in
 * the page that our own router takes for the target. A router can be asked, but not for a list, so that the page has to
 * be read a second time then.
 */
export function knowingAliases(reader: PageReader, resolve: Resolve): PageReader {
  return {
    async read(page) {
      const target = URL.parse(page.target);
      const own = target ? await resolve(target) : undefined;
      if (!target || !own?.page) return reader.read(page);
      const aliases = [own.page.url];
      const first = await reader.read({ ...page, aliases });
      if (!first.ok || first.reading.links.length > 0) return first;
      for (const address of neighbours(target, page.body)) {
        const other = await resolve(address);
        if (other?.page && other.site.id === own.site.id && other.key === own.key) aliases.push(address.href);
      }
      return aliases.length === 1 ? first : reader.read({ ...page, aliases });
    },
    close: () => reader.close(),
  };
}
