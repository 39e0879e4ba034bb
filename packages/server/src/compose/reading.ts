import type { Http, Protocol } from '@hearback/protocol';
import type { Config } from '../config.ts';
import { createDoctor, ownIn } from '../doctor/doctor.ts';
import { examine } from '../doctor/examine.ts';
import type { Examination, Role } from '../doctor/finding.ts';
import type { TestReport } from '../doctor/send-test.ts';
import { HearbackError } from '../errors.ts';
import { knowingAliases } from '../inbound/aliases.ts';
import { look, type Verification } from '../inbound/verification.ts';
import { createSiteDirectory, type SiteDirectory } from '../pages/directory.ts';
import type { PageReader } from '../ports/index.ts';
import { systemClock, systemElapsed, systemRandom } from '../system.ts';
import { createPageReader } from '../worker/reader.ts';
import { isAt } from './is-at.ts';
import { openNetwork } from './network.ts';
import { openExistingStore, openStoreIfAny } from './store.ts';
import { openTestPages } from './test-pages.ts';

/** Fetching and reading of which nothing is stored. */
export interface Reading {
  readonly http: Http;
  /** Looks as it is done for a notification that came by this protocol. */
  look(source: string, target: string, protocol: Protocol): Promise<Verification>;
  /** What speaks against a page, with what the store or the configuration knows of it. */
  examine(url: URL, as?: Role): Promise<Examination>;
  /** Tries whether notifications about a page arrive at the server of this store. */
  test(url: URL): Promise<TestReport>;
  close(): Promise<void>;
}

export function openReading(config: Config): Reading {
  const { http } = openNetwork(config, () => false);
  const reader = createPageReader();
  return {
    http,
    async look(source, target, protocol) {
      const readSource = knowingAliases(reader, (await ownPages(config)).resolve);
      return look({ http, readSource, clock: systemClock }, source, target, [protocol]);
    },
    async examine(url, as) {
      const own = ownIn(await ownPages(config), config.publicUrl);
      return examine({ http, reader, clock: systemClock, elapsed: systemElapsed, own }, url, as);
    },
    test: (url) => testWith(config, reader, url),
    async close() {
      await Promise.all([http.close(), reader.close()]);
    },
  };
}

/** The server of the store serves the page that is announced, and keeps what arrives: this process only sends. */
async function testWith(config: Config, reader: PageReader, url: URL): Promise<TestReport> {
  const publicUrl = config.publicUrl ?? '';
  if (publicUrl === '')
    throw new HearbackError(
      'usage',
      'A test is sent from a page of your server, and nothing says where that is: give --public-url.',
    );
  const store = await openExistingStore(config);
  const { http } = openNetwork(config, (name, port) => isAt(publicUrl, name, port));
  try {
    const directory = createSiteDirectory(store.sites, systemClock);
    await directory.refresh();
    const testPages = await openTestPages(store, {
      clock: systemClock,
      random: systemRandom,
      publicUrl: () => publicUrl,
    });
    const system = { clock: systemClock, random: systemRandom, elapsed: systemElapsed };
    const deps = { http, reader, store, directory, testPages, ...system };
    return await createDoctor({ ...deps, publicUrl: () => publicUrl }).test(url);
  } finally {
    await Promise.all([http.close(), store.close()]);
  }
}

/** The map of the store, where there is one, knows other addresses of the target; else the sites of the configuration do. */
async function ownPages(config: Config): Promise<SiteDirectory> {
  const store = await openStoreIfAny(config);
  const { sites } = config;
  const configured = { maps: async () => new Map(), changes: async () => ({ revision: 1, sites, removed: [] }) };
  const directory = createSiteDirectory(store?.sites ?? configured, systemClock);
  try {
    await directory.refresh();
  } finally {
    await store?.close();
  }
  return directory;
}
