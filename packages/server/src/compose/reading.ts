import type { Http, Protocol } from '@hearback/protocol';
import type { Config } from '../config.ts';
import { examine } from '../doctor/examine.ts';
import type { Examination, Role } from '../doctor/finding.ts';
import type { Own } from '../doctor/target.ts';
import { knowingAliases } from '../inbound/aliases.ts';
import { look, type Verification } from '../inbound/verification.ts';
import { createSiteDirectory, type SiteDirectory } from '../pages/directory.ts';
import { systemClock, systemElapsed } from '../system.ts';
import { createPageReader } from '../worker/reader.ts';
import { openNetwork } from './network.ts';
import { openStoreIfAny } from './store.ts';

/** Fetching and reading of which nothing is stored. */
export interface Reading {
  readonly http: Http;
  /** Looks as it is done for a notification that came by this protocol. */
  look(source: string, target: string, protocol: Protocol): Promise<Verification>;
  /** What speaks against a page, with what the store or the configuration knows of it. */
  examine(url: URL, as?: Role): Promise<Examination>;
  close(): Promise<void>;
}

export function openReading(config: Config): Reading {
  const { http } = openNetwork(config, () => false);
  const reader = createPageReader();
  return {
    http,
    async look(source, target, protocol) {
      const readSource = knowingAliases(reader, (await ownPages(config)).resolve);
      return look({ http, readSource }, source, target, [protocol]);
    },
    async examine(url, as) {
      const own = ownIn(await ownPages(config), config.publicUrl);
      return examine({ http, reader, elapsed: systemElapsed, own }, url, as);
    },
    async close() {
      await Promise.all([http.close(), reader.close()]);
    },
  };
}

/** The map of the store, where there is one, knows other addresses of the target; else the sites of the configuration do. */
async function ownPages(config: Config): Promise<SiteDirectory> {
  const store = await openStoreIfAny(config);
  const configured = { list: async () => config.sites, pages: async () => [], revision: async () => 1 };
  const directory = createSiteDirectory(store?.sites ?? configured, systemClock);
  try {
    await directory.refresh();
  } finally {
    await store?.close();
  }
  return directory;
}

/** What a directory knows of an address, as the doctor asks for it. */
function ownIn(directory: SiteDirectory, publicUrl: string | undefined) {
  return async (url: URL): Promise<Own | undefined> => {
    const target = directory.resolve(url);
    return target && { target, isMapped: directory.isMapped(target.site.id), publicUrl };
  };
}
