import type { HeaderLine } from '@hearback/protocol';
import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { fetchFeed, fetchSitemap, type ListedPage } from '../pages/fetch-listing.ts';
import { owns, type Site } from '../site.ts';
import { keptFor } from './kept-for.ts';
import { postUrl } from './post-url.ts';
import { type PublishDeps, publish } from './publish.ts';

export interface WatchDeps extends PublishDeps {
  /** Seconds between two looks; `undefined` follows the feed's own Cache-Control. */
  readonly watchEvery: number | undefined;
  /** Hears what each look found, in a sentence, for the log. */
  readonly report: (sentence: string) => void;
}

const DEFAULT_SECONDS = 600;
/** Below that a `max-age` speaks to caches of a busy page, not to pollers. */
const MIN_SECONDS = 10;
const MAX_SECONDS = 86_400;

/**
 * Handler of `watch` jobs (subject: a site's id): looks at the site's feed, or its sitemap when it has none, and
 * announces pages that were not there before. What the first look finds is remembered and never told: ten years of posts
 * are not news. A page that cannot be announced now (not deployed yet, an outage) is as unknown as before, and the next
 * look tries again. Ends only with the site or its feed; a failure, or sending switched off, waits for the next look.
 */
export function createWatchHandler(deps: WatchDeps): (job: Job) => Promise<JobOutcome> {
  const { store, http, clock, watchEvery, report } = deps;
  const again = (seconds: number, reason: string): JobOutcome => {
    report(reason);
    return { outcome: 'later', at: clock.now() + seconds * 1000, reason, keepAttempts: false };
  };

  return async ({ subject }) => {
    const site = (await store.sites.list()).find(({ id }) => id === subject);
    const address = site?.feed ?? site?.sitemap;
    if (!site || !address) return { outcome: 'done' };
    const usual = watchEvery ?? DEFAULT_SECONDS;
    if (!site.announce) return again(usual, `New posts of ${site.name} are not announced by themselves.`);

    const listing = await (site.feed ? fetchFeed : fetchSitemap)(http, address);
    if (!listing.ok) return again(Math.min(Math.max(usual, listing.retryAfter ?? 0), MAX_SECONDS), listing.reason);
    const reason = await announce(deps, site, address, listing.pages);
    return again(watchEvery ?? pollSeconds(listing.headers), reason);
  };
}

async function announce(deps: WatchDeps, site: Site, address: string, listed: readonly ListedPage[]): Promise<string> {
  const { store, clock } = deps;
  const pages = new Map(
    listed
      .filter(({ url }) => owns(site, new URL(url)))
      .sort((a, b) => (a.published ?? 0) - (b.published ?? 0))
      .map(({ url }) => [postUrl(url), url]),
  );
  // The feed itself is remembered beside its first entries, in one transaction: posts announced by hand before do not
  // make the first look at the feed a second one, and a feed that moved starts afresh instead of telling everything.
  const marker = postUrl(address);
  const firstLook = (await store.posts.unknown(site.id, [marker])).length > 0;
  if (firstLook) {
    const nothing = { sentAt: undefined, title: undefined, excerpt: undefined };
    const seen = { site: site.id, firstSeenAt: clock.now(), ...nothing };
    await store.posts.remember([...pages.keys(), marker].map((url) => ({ ...seen, url })));
    return `${pages.size} posts of ${site.name} were there already; only later ones are told.`;
  }
  const outcomes = [];
  for (const name of await store.posts.unknown(site.id, [...pages.keys()])) {
    outcomes.push(await publish(deps, pages.get(name) ?? name));
  }
  const problems = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.reason]));
  return [`${outcomes.length - problems.length} new posts of ${site.name}.`, ...problems].join(' ');
}

/** As long as the listing may be kept, which it may forbid. */
function pollSeconds(headers: readonly HeaderLine[]): number {
  const kept = keptFor(headers);
  return kept > 0 ? Math.min(Math.max(kept, MIN_SECONDS), MAX_SECONDS) : DEFAULT_SECONDS;
}
