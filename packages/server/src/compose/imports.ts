import type { Config } from '../config.ts';
import type { TakeDeps } from '../import/take-in.ts';
import { createSiteDirectory } from '../pages/directory.ts';
import { systemClock, systemRandom } from '../system.ts';
import { importing } from './importing.ts';
import { ownHosts } from './is-at.ts';
import { openNetwork } from './network.ts';
import { openStore } from './store.ts';

export interface OpenImports {
  readonly deps: TakeDeps & { readonly http: ReturnType<typeof openNetwork>['http'] };
  /** There is a site that mentions can be of. */
  readonly hasSites: boolean;
  close(): Promise<void>;
}

/**
 * Taking mentions in without a server: what is taken waits in the store for one, which looks at the sources. `looking`: no site
 * is added.
 */
export async function openImports(config: Config, { looking = false } = {}): Promise<OpenImports> {
  const store = await openStore(config);
  const known = await Promise.all(config.sites.map(({ id }) => store.sites.byId(id)));
  const fresh = config.sites.filter((_, n) => known[n] === undefined);
  if (!looking) for (const site of fresh) await store.sites.configure(site);
  const guests = looking ? fresh : [];
  const directory = createSiteDirectory(
    {
      maps: (sites) => store.sites.maps(sites),
      async changes(since) {
        const told = await store.sites.changes(since);
        return since > 0 ? told : { ...told, sites: [...told.sites, ...guests] };
      },
    },
    systemClock,
  );
  await directory.refresh();
  const network = openNetwork(config, ownHosts(directory));
  return {
    deps: {
      ...importing({ store, config, network, clock: systemClock, random: systemRandom }),
      http: network.http,
      resolve: directory.resolve,
      ...(config.sites.length > 0 && { sites: config.sites.map(({ id }) => id) }),
      isDry: looking,
    },
    hasSites: directory.sites().length > 0,
    async close() {
      await network.http.close();
      await store.close();
    },
  };
}
