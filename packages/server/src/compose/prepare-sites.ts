import { setTimeout as pause } from 'node:timers/promises';
import { createFeedTexts } from '../inbound/own-texts.ts';
import { lookNow, watchJob } from '../outbound/look-now.ts';
import { createMapHandler } from '../pages/map.ts';
import { mapJob, mapNow } from '../pages/map-now.ts';
import type { Store } from '../ports/index.ts';
import { listingOf, type Site } from '../site.ts';
import { slicesOf } from '../slices.ts';
import { folderHere } from './folder.ts';
import type { WorkDeps } from './work.ts';

/** How long a start waits for the first map of a site; after that the map comes when it comes. */
const FIRST_MAP_MS = 3000;
/** So many sites are looked at as soon as the server starts. More get their turns within the time between two looks. */
const FEW = 20;
const HOUR_MS = 3_600_000;
const USUAL_WATCH_MS = 600_000;

/**
 * A site that has a listing and no map yet gets its map before the first notification is answered, as far as there are few
 * such sites: until then every path would be accepted.
 */
export async function mapFirst({ store, directory, clock, network, log, reader }: WorkDeps): Promise<void> {
  const startAfter = clock.now();
  const map = createMapHandler({
    ...{ store, reader, clock, folder: folderHere },
    http: network.http,
    report: log.info,
    onText: createFeedTexts(store.texts, reader, clock),
  });
  const unmapped = directory.sites().filter((site) => listingOf(site) && !directory.isMapped(site.id));
  if (unmapped.length === 0) return;
  const first = Promise.all(
    unmapped
      .slice(0, FEW)
      .map((site) => map({ ...mapJob(site, startAfter), id: 0, attempts: 1, leasedUntil: 0, lease: 0 })),
  );
  await Promise.race([first, pause(FIRST_MAP_MS, undefined, { ref: false })]);
  await directory.refresh();
}

/** Enqueues what each site needs done regularly. */
export async function prepareSites({ store, directory, clock, config }: WorkDeps): Promise<void> {
  const now = clock.now();
  const listed = directory.sites().filter(listingOf);
  if (listed.length <= FEW) {
    for (const site of listed) await mapNow(store, site, now);
    for (const site of listed) await lookNow(store, site, now);
  } else {
    const watchMs = config.watchEvery === undefined ? USUAL_WATCH_MS : config.watchEvery * 1000;
    // Until a site has a map, everything that is sent to it is accepted.
    const unmapped = listed.filter((site) => !directory.isMapped(site.id));
    const mapped = listed.filter((site) => directory.isMapped(site.id));
    await spread(store, [...unmapped, ...mapped], now, watchMs);
  }
  // The configuration may have said no since the last start.
  const faceless = directory.sites().filter(({ avatars }) => avatars === false);
  await store.avatars.removeAll(faceless.map(({ id }) => id));
}

/** One after the other, so that ten thousand listings are not asked for in the minute after a start. */
async function spread(store: Store, sites: readonly Site[], now: number, watchMs: number): Promise<void> {
  const jobs = sites.flatMap((site, nth) => {
    const part = nth / sites.length;
    return [mapJob(site, now + Math.floor(part * HOUR_MS)), watchJob(site, now + Math.floor(part * watchMs))];
  });
  // A transaction for each, for whoever writes meanwhile waits for it.
  for (const some of slicesOf(jobs)) await store.jobs.enqueueAll(some);
}
