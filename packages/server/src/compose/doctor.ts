import type { Config } from '../config.ts';
import type { Doctor } from '../doctor/doctor.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import type { PageReader, Store } from '../ports/index.ts';
import type { TestPages } from '../test-page.ts';
import { openNetwork } from './network.ts';
import { createServersPages } from './servers-page.ts';
import { openTestPages } from './test-pages.ts';
import type { World } from './world.ts';

export interface DoctorWorld {
  readonly config: Pick<Config, 'allowNetwork' | 'allowPort'>;
  readonly world: World;
  /** Hosts of sites, and that of this server: the owner's errand leads there, and no stranger's. */
  readonly isOurHost: (name: string, port: number) => boolean;
  readonly publicUrl: () => string;
  readonly store: Store;
  readonly directory: SiteDirectory;
  readonly reader: PageReader;
}

/** The doctor of a running server, with a guarded network of its own. */
export async function openDoctor({ config, world, isOurHost, publicUrl, store, directory, reader }: DoctorWorld) {
  const { clock, random, elapsed } = world;
  const testPages: TestPages = await openTestPages(store, { clock, random, publicUrl });
  const { http } = openNetwork(config, isOurHost, world, createServersPages(publicUrl));
  /** With the first page that is examined: its sentences are much of what a server would have to load at its start. */
  async function load(): Promise<Doctor> {
    const { createDoctor } = await import('../doctor/doctor.ts');
    return createDoctor({ http, reader, store, directory, random, clock, elapsed, publicUrl, testPages });
  }
  let loading: Promise<Doctor> | undefined;
  const called = () => (loading ??= load());
  const doctor: Doctor = {
    examine: async (url, as) => (await called()).examine(url, as),
    test: async (url) => (await called()).test(url),
  };
  return { doctor, testPages, close: () => http.close() };
}
