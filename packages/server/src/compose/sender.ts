import type { Config } from '../config.ts';
import { createLog, type Log } from '../log.ts';
import type { Resend } from '../outbound/resend.ts';
import type { Sender } from '../outbound/sender.ts';
import { createSiteDirectory } from '../pages/directory.ts';
import type { Store } from '../ports/index.ts';
import { type Site, siteId } from '../site.ts';
import { systemClock, systemRandom, systemTimer } from '../system.ts';
import { createPageReader } from '../worker/reader.ts';
import { ownHosts } from './is-at.ts';
import { openNetwork } from './network.ts';
import { configureWebhook } from './notices.ts';
import { openStore } from './store.ts';
import { openWork, type Work } from './work.ts';

/**
 * Sending without a server. Sites are those of the store and of the configuration; when there are none at all, the pages
 * themselves say where they live, so that `hearback send URL` works in an empty folder. `looking`: nothing is told, not even
 * what has long been due, and no site is added.
 */
export async function openSender(
  config: Config,
  urls: readonly string[],
  { looking = false }: { readonly looking?: boolean } = {},
): Promise<{ readonly sender: Sender; readonly resend: Resend; close(): Promise<void> }> {
  const store = await openStore(config);
  const fresh = newSites(await store.sites.list(), config.sites, urls);
  if (!looking) for (const site of fresh) await store.sites.configure(site);
  if (config.webhook && !looking) await configureWebhook(config, store, systemClock);
  const guests = looking ? fresh : [];
  const { work, close } = await openOutside(config, store, createLog({ interactive: false, write: () => {} }), {
    guests,
  });
  if (!looking) work.start(['deliver', 'hook']);
  return { sender: work, resend: work.resend, close };
}

interface Outside {
  readonly onLook?: (ok: boolean) => void;
  /** Sites that count in this process and are not stored. */
  readonly guests?: readonly Site[];
}

/** Everything that is told, over an open store and without a server. */
export async function openOutside(
  config: Config,
  store: Store,
  log: Log,
  { onLook, guests = [] }: Outside = {},
): Promise<{ readonly work: Work; close(): Promise<void> }> {
  const { sites } = store;
  const listed = {
    maps: (ids: readonly string[]) => sites.maps(ids),
    async changes(since: number) {
      const told = await sites.changes(since);
      return since > 0 ? told : { ...told, sites: [...told.sites, ...guests] };
    },
  };
  const directory = createSiteDirectory(listed, systemClock);
  await directory.refresh();
  const network = openNetwork(config, ownHosts(directory));
  const work = openWork({
    config,
    store,
    directory,
    resolve: directory.resolve,
    network,
    reader: createPageReader(),
    clock: systemClock,
    random: systemRandom,
    timer: systemTimer,
    log,
    publicUrl: () => config.publicUrl ?? '',
    onLook,
  });
  return {
    work,
    async close() {
      await work.stop();
      await network.http.close();
      await store.close();
    },
  };
}

/** Sites that are told of here and not stored yet. */
function newSites(known: readonly Site[], configured: readonly Site[], urls: readonly string[]): readonly Site[] {
  const ids = new Set(known.map(({ id }) => id));
  const fresh = configured.filter(({ id }) => !ids.has(id));
  if (known.length + fresh.length > 0) return fresh;
  return [...new Set(urls.map((url) => new URL(url).origin))].map((origin) => {
    const url = new URL(origin);
    return {
      id: siteId(url),
      url: url.href,
      name: url.host,
      feed: undefined,
      sitemap: undefined,
      receive: true,
      send: true,
      announce: false,
    };
  });
}
