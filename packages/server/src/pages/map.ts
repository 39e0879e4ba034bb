import { counted } from '../counted.ts';
import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import type { Clock, Store } from '../ports/index.ts';
import { liesUnder, listingOf, type OwnPage, owns, pageKey, rootOf, type Site } from '../site.ts';
import { inSlices } from '../slices.ts';
import { type FetchListingDeps, fetchListing } from './fetch-listing.ts';
import type { Listing } from './listing.ts';
import { type FolderDeps, readFolder } from './read-folder.ts';

export interface MapDeps extends FetchListingDeps, FolderDeps {
  readonly store: Pick<Store, 'sites'>;
  readonly clock: Clock;
  /** Keeps what the feed has of the text of a page, to know copies of it by. */
  readonly onText?:
    | ((page: {
        readonly site: string;
        readonly key: string;
        readonly url: string;
        readonly html: string;
      }) => Promise<void>)
    | undefined;
  /** Hears what each look found, in a sentence, for the log. */
  readonly report: (sentence: string) => void;
}

const HOUR = 3_600_000;
/** Pages that left the map and are asked for in one run; the others wait for the next hour. */
const MAX_ASKED = 50;
/** Posts of a feed whose text is kept: feeds have the newest first, and those are copied. */
const MAX_TEXTS = 50;

/**
 * Handler of `map` jobs (subject: a site's id): reads the site's own sitemap, feed and folder into the map of its pages, every
 * hour. A listing that cannot be had changes nothing. A page that left the map is asked for once; only 404 and 410 make
 * it gone, because feeds drop old entries without meaning anything by it. A site without any of them has no map.
 */
export function createMapHandler(deps: MapDeps): (job: Job) => Promise<JobOutcome> {
  const { store, http, clock, report, onText } = deps;
  /** Pages that left and answered: kept in memory only, since asking again after a restart does no harm. */
  const stillThere = new Set<string>();

  async function goneAmong(site: Site, left: readonly OwnPage[]): Promise<readonly string[]> {
    const gone: string[] = [];
    const unasked = left.filter(({ key }) => !stillThere.has(`${site.id} ${key}`));
    for (const page of unasked.slice(0, MAX_ASKED)) {
      const reply = await http.request({ method: 'GET', url: page.url, redirects: 'page', maxBytes: 1024 });
      if (reply.ok && (reply.status === 404 || reply.status === 410)) gone.push(page.key);
      else if (reply.ok && reply.status < 500) stillThere.add(`${site.id} ${page.key}`);
    }
    return gone;
  }

  /** Writes what changed only: fifty thousand rows every hour would hold up the notifications that arrive meanwhile. */
  async function save(site: Site, pages: ReadonlyMap<string, ListedOwnPage>, complete: boolean): Promise<void> {
    const known = new Map((await store.sites.pages(site.id)).map((page) => [page.key, page]));
    const changed: ListedOwnPage[] = [];
    await inSlices(pages.values(), (page) => {
      stillThere.delete(`${site.id} ${page.key}`);
      if (!isSame(page, known.get(page.key))) changed.push(page);
    });
    const left = [...known.values()].filter(({ key, gone }) => !gone && !pages.has(key));
    const gone = complete ? await goneAmong(site, left) : [];
    if (changed.length > 0 || gone.length > 0) await store.sites.savePages(site.id, changed, gone);
  }

  async function keepTexts(site: Site, listings: readonly Listing[]): Promise<void> {
    const listed = listings.flatMap((listing) => (listing.ok ? listing.pages : []));
    for (const { url, content } of listed
      .filter((page) => page.content && owns(site, new URL(page.url)))
      .slice(0, MAX_TEXTS))
      await onText?.({ site: site.id, key: pageKey(url), url, html: content ?? '' });
  }

  async function refresh(site: Site): Promise<string> {
    const listings = await Promise.all([
      ...(site.sitemap ? [fetchListing(deps, 'sitemap', site.sitemap)] : []),
      ...(site.feed ? [fetchListing(deps, 'feed', site.feed)] : []),
      ...(site.folder === undefined ? [] : [readFolder(deps, site, site.folder)]),
    ]);
    const failures = listings.flatMap((listing) => (listing.ok ? [] : [listing.reason]));
    const pages = await pagesOf(site, listings);
    if (pages.size > 0) await save(site, pages, failures.length === 0);
    await keepTexts(site, listings);
    return [
      `${counted(pages.size, 'page')} of ${site.name} ${pages.size === 1 ? 'is' : 'are'} listed.`,
      ...failures,
    ].join(' ');
  }

  return async ({ subject }) => {
    const site = await store.sites.byId(subject);
    if (!site || !listingOf(site)) return { outcome: 'done' };
    const reason = await refresh(site);
    report(reason);
    return { outcome: 'later', at: clock.now() + HOUR, reason, keepAttempts: false };
  };
}

type ListedOwnPage = Pick<OwnPage, 'key' | 'url' | 'title' | 'published'>;

function isSame(page: ListedOwnPage, known: OwnPage | undefined): boolean {
  if (known === undefined || known.gone || known.url !== page.url || known.title !== page.title) return false;
  return page.published === undefined || (known.published ?? Number.POSITIVE_INFINITY) <= page.published;
}

/** A sitemap tells of the last change, a feed of the beginning: the earlier one is nearer to it. */
function earliest(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other);
}

/** The site's own pages among what is listed. A page of both listings has the sitemap's URL and the feed's title. */
async function pagesOf(site: Site, listings: readonly Listing[]): Promise<ReadonlyMap<string, ListedOwnPage>> {
  const root = rootOf(site);
  const pages = new Map<string, ListedOwnPage>();
  const listed = listings.flatMap((listing) => (listing.ok ? listing.pages : []));
  await inSlices(listed, ({ url, title, published }) => {
    const key = pageKey(url);
    if (!liesUnder(root, key)) return;
    const known = pages.get(key);
    pages.set(key, {
      ...{ key, url: known?.url ?? url, title: known?.title || title },
      published: earliest(known?.published, published),
    });
  });
  return pages;
}
