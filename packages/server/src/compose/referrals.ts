import type { Config } from '../config.ts';
import { createGate } from '../inbound/gate.ts';
import type { Referrals } from '../inbound/referrals.ts';
import { createRuleShelf } from '../inbound/rule-shelf.ts';
import type { VisitCounter } from '../inbound/visits.ts';
import { createSiteDirectory } from '../pages/directory.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Site } from '../site.ts';
import { systemClock, systemElapsed, systemRandom, systemTimer } from '../system.ts';
import { createPageReader } from '../worker/reader.ts';
import { openInbox } from './inbox.ts';
import { ownHosts } from './is-at.ts';
import { openLimits } from './limits.ts';
import { openNetwork } from './network.ts';
import { openStore } from './store.ts';

/** Hearing of visitors without a server: what is taken waits in the store for one. */
export interface OpenReferrals {
  readonly referrals: Referrals;
  readonly visits: VisitCounter;
  readonly resolve: Resolve;
  /** Those of the configuration, else those of the store. */
  readonly sites: readonly Site[];
  close(): Promise<void>;
}

export async function openReferrals(config: Config): Promise<OpenReferrals> {
  const store = await openStore(config);
  for (const site of config.sites) if (!(await store.sites.byId(site.id))) await store.sites.configure(site);
  const directory = createSiteDirectory(store.sites, systemClock);
  await directory.refresh();
  const network = openNetwork(config, ownHosts(directory));
  const reader = createPageReader();
  const limits = openLimits({
    config,
    store,
    network,
    clock: systemClock,
    timer: systemTimer,
    elapsed: systemElapsed,
  });
  const { referrals, visits } = openInbox({
    config,
    limits,
    directory,
    network,
    reader,
    store,
    clock: systemClock,
    random: systemRandom,
    resolve: directory.resolve,
    statusUrl: (id) => id,
    onWork: () => {},
    verified: undefined,
    gate: createGate({
      ...{ store, clock: systemClock, random: systemRandom },
      rules: createRuleShelf(store.rules, systemClock),
    }),
  });
  return {
    referrals,
    visits,
    resolve: directory.resolve,
    sites: config.sites.length > 0 ? config.sites : directory.sites(),
    async close() {
      await Promise.all([network.http.close(), reader.close()]);
      await store.close();
    },
  };
}
