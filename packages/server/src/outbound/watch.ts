import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { answeredOf } from '../pages/answered.ts';
import { fetchListing } from '../pages/fetch-listing.ts';
import type { Answered, Listing } from '../pages/listing.ts';
import { mapNow } from '../pages/map-now.ts';
import { readFolder } from '../pages/read-folder.ts';
import type { Folder, KnownListing } from '../ports/index.ts';
import { listingOf, type Site } from '../site.ts';
import { type AnnounceDeps, announceDue } from './watching/announce-due.ts';
import { type Compared, compare } from './watching/compare.ts';
import { foundBefore } from './watching/found-before.ts';
import { answerText, lastAnswer } from './watching/last-answer.ts';
import { pastOf, type Since, sinceText } from './watching/past.ts';
import { pauseSeconds, pollSeconds } from './watching/schedule.ts';
import type { Subscriber } from './watching/subscribe.ts';

export interface WatchDeps extends AnnounceDeps {
  readonly folder: Folder;
  /** Which of the posts that were there before the first look are told. */
  readonly since: Since;
  /** Subscribes to hubs, where the world can reach us. */
  readonly subscriber?: Subscriber | undefined;
  /** Hears of each look whether the listing could be read. */
  readonly onLook?: ((ok: boolean) => void) | undefined;
}

/** Between two runs that announce many pages others get their turn. */
const SHORT_MS = 100;

/**
 * Handler of `watch` jobs (subject: a site's id): looks at the listing of the site, be it its folder, its feed or its
 * sitemap, writes down what is new, changed or gone, and announces that. What the first look finds is remembered and, unless
 * the owner asks for it, never told: ten years of posts are not news. A page that cannot be announced now (not deployed
 * yet, an outage) is tried again. Ends only with the site or its listing; a failure, or sending switched off, waits for the
 * next look.
 */
export function createWatchHandler(deps: WatchDeps): (job: Job) => Promise<JobOutcome> {
  const { store, clock, watchEvery, report, subscriber } = deps;
  /** Whoever starts hears of one look at each listing at least; that it did not change is no news every ten minutes. */
  const heard = new Set<string>();
  const later = (at: number, reason: string): JobOutcome => ({ outcome: 'later', at, reason, keepAttempts: false });

  return async ({ subject }) => {
    const site = await store.sites.byId(subject);
    const address = site && listingOf(site);
    if (!site || !address) {
      await subscriber?.leave(subject);
      return { outcome: 'done' };
    }
    if (!site.announce) {
      await subscriber?.leave(subject);
      const reason = `New posts of ${site.name} are not announced by themselves.`;
      report(reason);
      return later(clock.now() + pauseSeconds(watchEvery) * 1000, reason);
    }
    const before = await store.listings.known(site.id);
    const isSame = before?.address === address && before.since === sinceText(deps.since);
    const lookAt =
      isSame && before.lookAt > clock.now() ? before.lookAt : await look({ ...deps, heard }, site, address, before);
    const known = await store.listings.known(site.id);
    if (known) await announceDue(deps, site, known.kind);
    const due = await store.listings.nextDue(site.id);
    const next = Math.min(lookAt, due ?? lookAt);
    return later(Math.max(next, clock.now() + SHORT_MS), `${address} is looked at.`);
  };
}

/** Answers when to look again. */
async function look(
  deps: WatchDeps & { readonly heard: Set<string> },
  site: Site,
  address: string,
  known: KnownListing | undefined,
): Promise<number> {
  const { store, clock, watchEvery, report, subscriber } = deps;
  const since = sinceText(deps.since);
  const isFirst = known?.address !== address;
  const before = isFirst || since !== known.since ? undefined : lastAnswer(known, site);
  const listing = await readListing(deps, site, address, before);
  if (!listing.ok && listing.unchanged && !isFirst) {
    const { unchanged } = listing;
    if (!deps.heard.has(site.id)) report(listing.reason);
    deps.heard.add(site.id);
    deps.onLook?.(true);
    await subscriber?.follow(site.id, unchanged);
    const lookAt = clock.now() + pollSeconds(unchanged.headers, watchEvery) * 1000;
    return remember(deps, known, { ...known, lookAt, answer: answerText(site, unchanged) });
  }
  if (!listing.ok) {
    report(listing.reason);
    deps.onLook?.(false);
    const lookAt = clock.now() + pauseSeconds(watchEvery, listing.retryAfter) * 1000;
    // Of a first look that failed nothing is remembered, so that the next one is the first.
    return isFirst ? lookAt : remember(deps, known, { ...known, lookAt });
  }
  await forgetAnswer(deps, site);
  const now = clock.now();
  const past = isFirst || since !== known.since ? pastOf(deps.since) : undefined;
  const compared = await compare(store.listings, site, listing, { now, isFirst, past });
  if (!isFirst && compared.added + compared.left > 0) await mapNow(store, site, now);
  const usual = now + pollSeconds(listing.headers, watchEvery) * 1000;
  // Last, so that a first look that was cut off is taken up as one.
  const answer = answerText(site, answeredOf(listing));
  const { kind } = listing;
  const lookAt = await remember(deps, known, { site: site.id, address, kind, since, lookAt: usual, answer });
  deps.heard.add(site.id);
  report(isFirst ? foundBefore(site, address, listing, compared) : summary(site, listing.pages.length, compared));
  deps.onLook?.(true);
  await subscriber?.follow(site.id, listing);
  return lookAt;
}

/** Should this look be cut off, the next one has to read everything, whatever the listing is by then. */
function forgetAnswer({ store }: WatchDeps, { id }: Site): Promise<void> {
  return store.transaction(async ({ listings }) => {
    const known = await listings.known(id);
    if (known?.answer !== undefined) await listings.remember({ ...known, answer: undefined });
  });
}

/**
 * Answers when to look again: at once where somebody asked for a look while this one was under way, who may know of
 * something that came after it began.
 */
function remember({ store }: WatchDeps, before: KnownListing | undefined, listing: KnownListing): Promise<number> {
  return store.transaction(async ({ listings }) => {
    const asked = (await listings.known(listing.site))?.lookAt;
    const lookAt = asked === undefined || asked === before?.lookAt ? listing.lookAt : asked;
    await listings.remember({ ...listing, lookAt });
    return lookAt;
  });
}

function readListing(deps: WatchDeps, site: Site, address: string, before: Answered | undefined): Promise<Listing> {
  if (site.folder !== undefined) return readFolder(deps, site, site.folder);
  return fetchListing(deps, site.feed ? 'feed' : 'sitemap', address, before);
}

function summary(site: Site, count: number, { added, changed, left, remarks }: Compared): string {
  return [
    `${site.name}: ${count} listed, ${added} new, ${changed} changed, ${left} gone from the list.`,
    ...remarks,
  ].join(' ');
}
