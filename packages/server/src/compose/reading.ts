import type { Http, Protocol } from '@hearback/protocol';
import type { Config } from '../config.ts';
import { examine } from '../doctor/examine.ts';
import type { Examination } from '../doctor/finding.ts';
import { knowingAliases } from '../inbound/aliases.ts';
import { look, type Verification } from '../inbound/verification.ts';
import { createSiteDirectory } from '../pages/directory.ts';
import type { Resolve } from '../pages/resolve.ts';
import { systemClock } from '../system.ts';
import { createPageReader } from '../worker/reader.ts';
import { openNetwork } from './network.ts';
import { openStoreIfAny } from './store.ts';

/** Fetching and reading of which nothing is stored. */
export interface Reading {
  readonly http: Http;
  /** Looks as it is done for a notification that came by this protocol. */
  look(source: string, target: string, protocol: Protocol): Promise<Verification>;
  examine(url: URL): Promise<Examination>;
  close(): Promise<void>;
}

export function openReading(config: Config): Reading {
  const { http } = openNetwork(config, () => false);
  const reader = createPageReader();
  return {
    http,
    async look(source, target, protocol) {
      const readSource = knowingAliases(reader, await ownPages(config));
      return look({ http, readSource }, source, target, [protocol]);
    },
    examine: (url) => examine({ http, reader }, url),
    async close() {
      await Promise.all([http.close(), reader.close()]);
    },
  };
}

/** The map of the store, where there is one, knows other addresses of the target; else the sites of the configuration do. */
async function ownPages(config: Config): Promise<Resolve> {
  const store = await openStoreIfAny(config);
  const { sites } = config;
  const configured = { maps: async () => new Map(), changes: async () => ({ revision: 1, sites, removed: [] }) };
  const directory = createSiteDirectory(store?.sites ?? configured, systemClock);
  try {
    await directory.refresh();
  } finally {
    await store?.close();
  }
  return directory.resolve;
}
