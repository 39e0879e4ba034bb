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
  /** Hosts of sites, as keys of pages begin with them: those of this name, whatever their ports unless it names one. */
  hostsOf(name: string): readonly string[];
  /** Whether any site is at the host of a URL. */
  hasHost(url: URL): boolean;
  /** The site with the longest address that the page with this key lies under. */
  above(key: string): Shelf | undefined;
}

export function createShelves(): Shelves {
  const byId = new Map<string, Shelf>();
  const byRoot = new Map<SiteRoot, Shelf>();
  /** By their names how many sites there are at the hosts of that name. */
  const named = new Map<string, Map<string, number>>();
  /** No site's address is longer: a stranger's URL with a thousand slashes is not looked up a thousand times. */
  let longest = 0;
  let sorted: readonly Site[] | undefined;

  function count(site: Site, more: 1 | -1): void {
    const host = hostOf(rootOf(site));
    for (const name of namesOf(site)) {
      const hosts = named.get(name) ?? new Map<string, number>();
      const there = (hosts.get(host) ?? 0) + more;
      if (there > 0) named.set(name, hosts.set(host, there));
      else if (hosts.delete(host) && hosts.size === 0) named.delete(name);
    }
  }

  function remove(id: string): void {
    const known = byId.get(id);
    if (!known) return;
    byId.delete(id);
    const root = rootOf(known.site);
    if (byRoot.get(root)?.site.id === id) byRoot.delete(root);
    count(known.site, -1);
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
      count(site, 1);
    },
    remove,
    sites() {
      sorted ??= [...byId.values()].map(({ site }) => site).sort((a, b) => b.url.length - a.url.length);
      return sorted;
    },
    byId: (id) => byId.get(id),
    hostsOf: (name) => [...(named.get(name)?.keys() ?? [])],
    hasHost: ({ hostname }) => named.has(withoutDot(hostname)),
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

function hostOf(root: SiteRoot): string {
  const end = root.indexOf('/');
  return end < 0 ? root : root.slice(0, end);
}

/** With its port and without. */
function namesOf({ url }: Site): readonly string[] {
  const { host, hostname } = new URL(url);
  return [...new Set([host, hostname, withoutDot(hostname)])];
}

/** The dot of the root names the same host. */
function withoutDot(hostname: string): string {
  return hostname.endsWith('.') ? hostname.slice(0, -1) : hostname;
}
