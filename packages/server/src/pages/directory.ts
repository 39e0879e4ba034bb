import type { Clock, Sites } from '../ports/index.ts';
import { liesUnder, listingOf, type OwnPage, pageKey, rootOf, type Site, type SiteRoot } from '../site.ts';
import { closedByAge } from '../site-settings.ts';
import { withoutTracking } from './tracking.ts';

/** A target that lies under one of our sites. */
export interface OwnTarget {
  readonly site: Site;
  /** Identity of the page; two spellings of one page have one key. */
  readonly key: string;
  readonly page: OwnPage | undefined;
  /** `unknown`: the site has a map and the page is not in it. */
  readonly state: 'open' | 'closed' | 'gone' | 'unknown';
  /** Why it is closed, in a sentence, where that is not a switch. */
  readonly because?: string | undefined;
}

/**
 * The sites and their pages in memory, so that a notification is screened without a query. Another process may change
 * them at any time: `refresh` reads again when the store's revision moved, and whoever serves calls it every second.
 */
export interface SiteDirectory {
  refresh(): Promise<void>;
  sites(): readonly Site[];
  byId(id: string): Site | undefined;
  /** Whether the site has a map of its pages; without one every path under it may be a target. */
  isMapped(site: string): boolean;
  pages(site: string): readonly OwnPage[];
  /** One page of a site by its key. */
  page(site: string, key: string): OwnPage | undefined;
  /** `undefined` for a page of nobody here. The longest matching site wins. */
  resolve(url: URL): OwnTarget | undefined;
}

interface Shelf {
  readonly site: Site;
  readonly root: SiteRoot;
  readonly pages: ReadonlyMap<string, OwnPage>;
  readonly mapped: boolean;
}

export function createSiteDirectory(store: Pick<Sites, 'list' | 'pages' | 'revision'>, clock: Clock): SiteDirectory {
  let shelves: readonly Shelf[] = [];
  /** A host of ten thousand sites must not go through them all for each notification. */
  let byHost: ReadonlyMap<string, readonly Shelf[]> = new Map();
  let byId: ReadonlyMap<string, Site> = new Map();
  let revision = -1;

  async function load(): Promise<readonly Shelf[]> {
    const sites = await store.list();
    const loaded = await Promise.all(
      sites.map(async (site) => {
        const pages = new Map((await store.pages(site.id)).map((page) => [page.key, page]));
        return { site, root: rootOf(site), pages, mapped: pages.size > 0 && listingOf(site) !== undefined };
      }),
    );
    return loaded.sort((a, b) => b.site.url.length - a.site.url.length);
  }

  return {
    async refresh() {
      const current = await store.revision();
      if (current === revision) return;
      shelves = await load();
      byHost = Map.groupBy(shelves, ({ root }) => hostOf(root));
      byId = new Map(shelves.map(({ site }) => [site.id, site]));
      revision = current;
    },
    sites: () => shelves.map(({ site }) => site),
    byId: (id) => byId.get(id),
    isMapped: (id) => shelves.find(({ site }) => site.id === id)?.mapped ?? false,
    pages: (id) => [...(shelves.find(({ site }) => site.id === id)?.pages.values() ?? [])],
    page: (id, key) => shelves.find(({ site }) => site.id === id)?.pages.get(key),
    resolve(url) {
      const key = pageKey(url);
      const shelf = byHost.get(hostOf(key))?.find(({ root }) => liesUnder(root, key));
      return shelf && onShelf(shelf, url, clock);
    },
  };
}

/** The identity of a page of ours, tracking parameters apart, and that of the same with or without the slash at the end of its path. */
export function keysOf(url: URL): readonly [asked: string, other: string] {
  const asked = pageKey(withoutTracking(url));
  const query = asked.indexOf('?');
  const path = query < 0 ? asked : asked.slice(0, query);
  const isRoot = path.indexOf('/') === path.length - 1;
  const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  return [asked, isRoot ? asked : other + asked.slice(path.length)];
}

function hostOf(key: string): string {
  const end = key.search(/[/?]/);
  return end < 0 ? key : key.slice(0, end);
}

function onShelf({ site, pages, mapped }: Shelf, url: URL, clock: Clock): OwnTarget {
  // A trailing slash is the one alias that every web server adds or drops by itself; the map decides.
  const [asked, other] = keysOf(url);
  const page = pages.get(asked) ?? pages.get(other) ?? (site.folder === undefined ? undefined : ofFile(pages, asked));
  // Without a map the shorter one stands for both.
  const key = page?.key ?? (mapped || asked.length < other.length ? asked : other);
  if (page?.gone) return { site, key, page, state: 'gone' };
  if (!(page?.receive ?? site.receive) || !site.receive) return { site, key, page, state: 'closed' };
  if (!page && mapped) return { site, key, page, state: 'unknown' };
  const because = closedByAge(site, page, clock.now());
  return because === undefined ? { site, key, page, state: 'open' } : { site, key, page, state: 'closed', because };
}

/** `about.html` is `/about` on most static hosts, and `about/index.html` has a name of its own beside `/about/`. */
function ofFile(pages: ReadonlyMap<string, OwnPage>, key: string): OwnPage | undefined {
  if (/\/index\.html?$/i.test(key)) return pages.get(key.replace(/index\.html?$/i, ''));
  return pages.get(`${key}.html`) ?? pages.get(`${key}.htm`);
}
