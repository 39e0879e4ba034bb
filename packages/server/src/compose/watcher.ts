import { setTimeout as pause } from 'node:timers/promises';
import type { Config } from '../config.ts';
import { HearbackError } from '../errors.ts';
import type { Log } from '../log.ts';
import { lookNow } from '../outbound/look-now.ts';
import type { Site } from '../site.ts';
import { systemClock } from '../system.ts';
import { folderHere } from './folder.ts';
import { configureWebhook } from './notices.ts';
import { openOutside } from './sender.ts';
import { openStore } from './store.ts';

/** At most a thousand of each are counted. */
export interface Left {
  /** Pages that are to be read. */
  readonly pages: number;
  /** Links that are to be told. */
  readonly links: number;
}

export interface Watcher {
  /** Looks once and resolves when everything that it found is told, or at the latest after `waitMs`; false when it could not look. */
  once(waitMs: number): Promise<boolean>;
  /** What is still to be done of what was found. */
  left(): Promise<Left>;
  close(): Promise<void>;
}

const POLL_MS = 50;
const COUNTED = 1_000;

/**
 * Watches the listing of one site without a server. What it knows lies in the store, so that whoever watches next, in this
 * process or in a server, goes on from there. `say` hears a sentence for each thing that happens.
 */
export async function openWatcher(config: Config, site: Site, say: (sentence: string) => void): Promise<Watcher> {
  if (site.folder !== undefined) {
    const found = await folderHere.list(site.folder);
    if (!found.ok) throw new HearbackError('usage', found.reason);
  }
  const store = await openStore(config);
  await store.sites.configure(site);
  if (config.webhook) await configureWebhook(config, store, systemClock);
  const looked = Promise.withResolvers<boolean>();
  const log: Log = { info: say, warn: say, error: say };
  const { work, close } = await openOutside(config, store, log, { onLook: looked.resolve });
  await lookNow(store, site, systemClock.now());
  work.start(['watch', 'deliver', 'hook']);

  /** A page that is not on the web yet is waited for, if it is tried again in time. */
  async function isBusy(deadline: number): Promise<boolean> {
    const now = systemClock.now();
    const [due, jobs] = await Promise.all([
      store.listings.due(site.id, deadline, 1),
      store.jobs.nextStart(['deliver', 'hook']),
    ]);
    if (due.length > 0 || (jobs !== undefined && jobs <= now)) return true;
    return (await store.deliveries.list({ status: 'queued', limit: 1 })).length > 0;
  }

  return {
    async once(waitMs) {
      const deadline = systemClock.now() + waitMs;
      const late = pause(waitMs, undefined, { ref: false }).then(() => false);
      if (!(await Promise.race([looked.promise, late]))) return false;
      while (systemClock.now() < deadline && (await isBusy(deadline))) await pause(POLL_MS);
      return true;
    },
    async left() {
      const [pages, links] = await Promise.all([
        store.listings.due(site.id, systemClock.now(), COUNTED),
        store.deliveries.list({ site: site.id, status: 'queued', limit: COUNTED }),
      ]);
      return { pages: pages.length, links: links.length };
    },
    close,
  };
}
