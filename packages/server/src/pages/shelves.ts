import { type OwnPage, rootOf, type Site, type SiteRoot } from '../site.ts';

export interface Shelf {
  readonly site: Site;
  readonly pages: ReadonlyMap<string, OwnPage>;
  readonly mapped: boolean;
}

/** The sites by what they are asked for: their ids, their hosts, and the addresses under which their pages lie. */
export interface Shelves {
  /** In place of what was there of the site. */
  put(shelf: Shelf): void;
  remove(id: string): void;
  sites(): readonly Site[];
  byId(id: string): Shelf | undefined;
  atHost(host: string): readonly Site[];
  /** Whether any site is at the host of a URL. */
  hasHost(url: URL): boolean;
  /** The site with the longest address that the page with this key lies under. */
  above(key: string): Shelf | undefined;
}

export function createShelves(): Shelves {
  const byId = new Map<string, Shelf>();
  const byRoot = new Map<SiteRoot, Shelf>();
  const byHost = new Map<string, Map<string, Site>>();
  /** No site's address is longer: a stranger's URL with a thousand slashes is not looked up a thousand times. */
  let longest = 0;
  let sorted: readonly Site[] | undefined;

  function remove(id: string): void {
    const known = byId.get(id);
    if (!known) return;
    byId.delete(id);
    const root = rootOf(known.site);
    if (byRoot.get(root)?.site.id === id) byRoot.delete(root);
    for (const host of hostsOf(known.site)) {
      byHost.get(host)?.delete(id);
      if (byHost.get(host)?.size === 0) byHost.delete(host);
    }
    sorted = undefined;
  }

  return {
    put(shelf) {
      const { site } = shelf;
      remove(site.id);
      byId.set(site.id, shelf);
      sorted = undefined;
      const root = rootOf(site);
      byRoot.set(root, shelf);
      longest = Math.max(longest, root.length);
      for (const host of hostsOf(site)) {
        const there = byHost.get(host) ?? new Map<string, Site>();
        byHost.set(host, there.set(site.id, site));
      }
    },
    remove,
    sites() {
      sorted ??= [...byId.values()].map(({ site }) => site).sort((a, b) => b.url.length - a.url.length);
      return sorted;
    },
    byId: (id) => byId.get(id),
    atHost: (host) => [...(byHost.get(host)?.values() ?? [])],
    hasHost: ({ hostname }) => byHost.has(withoutDot(hostname)),
    above(key) {
      // Whole segments only, and the longest first.
      for (let end = Math.min(key.length, longest); end > 0; end -= 1) {
        const next = key[end];
        if (next !== undefined && next !== '/' && next !== '?') continue;
        const found = byRoot.get(key.slice(0, end));
        if (found) return found;
      }
      return undefined;
    },
  };
}

/** With its port and without. */
function hostsOf({ url }: Site): readonly string[] {
  const { host, hostname } = new URL(url);
  return [...new Set([host, hostname, withoutDot(hostname)])];
}

/** The dot of the root names the same host. */
function withoutDot(hostname: string): string {
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
}
