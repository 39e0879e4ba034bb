import type { Clock, Sites } from '../ports/index.ts';
import { listingOf, type OwnPage, pageKey, type Site } from '../site.ts';
import { closedByAge, settingsOf } from '../site-settings.ts';
import { createShelves, type Shelf } from './shelves.ts';
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
 * them at any time: `refresh` reads again what changed since the last time, and whoever serves calls it every second.
 * Nothing here but `sites` goes through all of them, of which a host may have ten thousand.
 */
export interface SiteDirectory {
  refresh(): Promise<void>;
  /** Those with the longest addresses first. */
  sites(): readonly Site[];
  byId(id: string): Site | undefined;
  /** The hosts of this name at which there are sites, with their ports; the name may have one, too. */
  hostsOf(name: string): readonly string[];
  /** Whether any site is at the host of a URL, whatever the port. */
  hasHost(url: URL): boolean;
  /** Whether the site has a map of its pages; without one every path under it may be a target. */
  isMapped(site: string): boolean;
  pages(site: string): readonly OwnPage[];
  /** One page of a site by its key. */
  page(site: string, key: string): OwnPage | undefined;
  /** `undefined` for a page of nobody here. The longest matching site wins. */
  resolve(url: URL): OwnTarget | undefined;
}

/** Sites whose pages are read at once. */
const AT_ONCE = 500;
const NO_PAGES: ReadonlyMap<string, OwnPage> = new Map();
const NEW_PAGE = { title: '', gone: false, receive: undefined, send: undefined };

export function createSiteDirectory(store: Pick<Sites, 'changes' | 'maps'>, clock: Clock): SiteDirectory {
  const shelves = createShelves();
  let revision = 0;
  let reading: Promise<void> | undefined;

  async function shelve(sites: readonly Site[]): Promise<void> {
    const maps = await store.maps(sites.map(({ id }) => id));
    for (const site of sites) {
      const listed = maps.get(site.id) ?? [];
      shelves.put({ site, pages: pagesOf(site, listed), mapped: listed.length > 0 && listingOf(site) !== undefined });
    }
  }

  async function read(): Promise<void> {
    const changes = await store.changes(revision);
    for (const id of changes.removed) shelves.remove(id);
    for (let n = 0; n < changes.sites.length; n += AT_ONCE) await shelve(changes.sites.slice(n, n + AT_ONCE));
    revision = changes.revision;
  }

  return {
    async refresh() {
      // Whoever asks while it is read wants to know of what was written just before.
      while (reading) await reading.catch(() => undefined);
      reading = read().finally(() => {
        reading = undefined;
      });
      return reading;
    },
    sites: shelves.sites,
    byId: (id) => shelves.byId(id)?.site,
    hostsOf: shelves.hostsOf,
    hasHost: shelves.hasHost,
    isMapped: (id) => shelves.byId(id)?.mapped ?? false,
    pages: (id) => [...(shelves.byId(id)?.pages.values() ?? [])],
    page: (id, key) => shelves.byId(id)?.pages.get(key),
    resolve(url) {
      // Most of what is asked is the source of a notification, on a host that is not ours.
      if (!shelves.hasHost(url)) return undefined;
      const key = pageKey(url);
      const shelf = shelves.above(key);
      return shelf && onShelf(shelf, keysOf(url, key), clock);
    },
  };
}

/** Those that are listed, and those that the configuration switches, which are pages of the site if nobody lists them. */
function pagesOf(site: Site, listed: readonly OwnPage[]): ReadonlyMap<string, OwnPage> {
  const { pages: given } = settingsOf(site);
  if (listed.length + given.length === 0) return NO_PAGES;
  const pages = new Map(listed.map((page) => [page.key, page]));
  for (const { url, receive, send } of given) {
    const [asked, other] = keysOf(new URL(url));
    const page = pages.get(asked) ?? pages.get(other) ?? { ...NEW_PAGE, key: asked, url };
    const said = { ...(receive !== undefined && { receive }), ...(send !== undefined && { send }) };
    pages.set(page.key, { ...page, ...said, fixed: Object.keys(said) as (keyof typeof said)[] });
  }
  return pages;
}

/** The identity of a page of ours, tracking parameters apart, and that of the same with or without the slash at the end of its path. */
export function keysOf(url: URL, whole = pageKey(url)): readonly [asked: string, other: string] {
  const plain = withoutTracking(url);
  const asked = plain === url ? whole : pageKey(plain);
  const query = asked.indexOf('?');
  const path = query < 0 ? asked : asked.slice(0, query);
  const isRoot = path.indexOf('/') === path.length - 1;
  const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  return [asked, isRoot ? asked : other + asked.slice(path.length)];
}

function onShelf({ site, pages, mapped }: Shelf, [asked, other]: ReturnType<typeof keysOf>, clock: Clock): OwnTarget {
  // A trailing slash is the one alias that every web server adds or drops by itself; the map decides.
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
