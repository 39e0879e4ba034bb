import type { WatchedPage } from '../../ports/index.ts';
import type { Site } from '../../site.ts';
import type { Expected } from '../expected.ts';
import { type PublishDeps, type Published, publish } from '../publish.ts';
import { mayBeUndeployed, retrySeconds } from './schedule.ts';

export interface AnnounceDeps extends PublishDeps {
  readonly watchEvery: number | undefined;
  readonly report: (sentence: string) => void;
}

/** Pages of one run: with the slowest of servers it ends before its lease does for good. */
const MOST_AT_ONCE = 20;

/**
 * Announces the pages of a site that are due, some of them; the next run takes the others. What comes to nothing for now is
 * due again later, and a page that never comes is given up until its listing says something new of it.
 */
export async function announceDue(deps: AnnounceDeps, site: Site, kind: 'feed' | 'sitemap' | 'folder'): Promise<void> {
  const { store, clock, watchEvery } = deps;
  for (const page of await store.listings.due(site.id, clock.now(), MOST_AT_ONCE)) {
    const outcome = await publish(deps, page.url, expectedOf(page, kind, watchEvery));
    await store.listings.save(site.id, [after(deps, page, outcome)]);
  }
}

function expectedOf(
  { listed, version, tries }: WatchedPage,
  kind: 'feed' | 'sitemap' | 'folder',
  watchEvery: number | undefined,
): Expected {
  // Static hosts cannot answer 410: what its listing dropped and still answers 404 at the last try is gone.
  const isLost = kind === 'folder' || !mayBeUndeployed(tries + 1, watchEvery);
  if (!listed) return { as: isLost ? 'lost' : 'left' };
  return { as: kind === 'feed' ? 'post' : 'page', version: mayBeUndeployed(tries, watchEvery) ? version : undefined };
}

function after({ clock, watchEvery, report }: AnnounceDeps, page: WatchedPage, outcome: Published): WatchedPage {
  const done = { ...page, dueAt: undefined, tries: 0 };
  if (outcome.ok) {
    const { deliveries, warnings } = outcome;
    const open = deliveries.filter(({ status }) => status === 'queued').length;
    report([`${outcome.source} is announced: ${open} to be told.`, ...warnings].join(' '));
    // Should it come back as it was, it is told of again.
    return page.listed ? { ...done, url: outcome.source } : { ...done, mark: '', version: '' };
  }
  const tries = page.tries + 1;
  // A page whose file is gone may be there for good all the same: its site is built elsewhere now.
  const isHopeless = !page.listed && !mayBeUndeployed(tries, watchEvery);
  const seconds = outcome.again && !isHopeless ? retrySeconds(tries, watchEvery) : undefined;
  if (seconds !== undefined) {
    report(outcome.reason);
    return { ...page, tries, dueAt: clock.now() + Math.round(seconds * 1000) };
  }
  // That an old post scrolled out of its feed is no news to anybody.
  if (page.listed)
    report(outcome.again ? `${outcome.reason} Given up until the listing says something new of it.` : outcome.reason);
  return done;
}
