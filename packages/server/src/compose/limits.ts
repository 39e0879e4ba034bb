import type { LimitName } from '../allowances.ts';
import type { Config } from '../config.ts';
import type { Timer } from '../jobs/loop.ts';
import { createClientLimits } from '../limits/clients.ts';
import { createNeverFetch } from '../limits/never-fetch.ts';
import { createPendingLimits } from '../limits/pending.ts';
import { createSharedClientLimits } from '../limits/shared-clients.ts';
import { createSharedPages } from '../limits/shared-pages.ts';
import { createTally } from '../limits/tally.ts';
import { createVictims } from '../limits/victims.ts';
import type { Standing } from '../limits/whom.ts';
import { victimOf } from '../network/victim.ts';
import type { Clock, Elapsed, Store } from '../ports/index.ts';
import { victimIn } from './manners.ts';
import type { OpenNetwork } from './network.ts';
import { hasOthers } from './others.ts';

export interface LimitDeps {
  readonly config: Pick<Config, 'limits' | 'allowances' | 'neverFetch' | 'role'>;
  readonly store: Pick<Store, 'budgets' | 'clientAccounts' | 'mentions' | 'rules'>;
  readonly network: OpenNetwork;
  readonly clock: Clock;
  readonly elapsed: Elapsed;
  readonly timer: Timer;
  /** Hears of everybody whom a limit turns away. */
  readonly onLimited?: (name: LimitName) => void;
}

/** All that keeps strangers within bounds: what they may send us, and whom they may make us ask. */
export function openLimits(deps: LimitDeps) {
  const { config, store, network, clock, elapsed, timer } = deps;
  const { allowances } = config;
  const tally = createTally(elapsed, deps.onLimited);
  const neverFetch = createNeverFetch(config.neverFetch);
  const victims = createVictims({
    http: network.http,
    budgets: store.budgets,
    allowances,
    clock,
    elapsed,
    tally,
    neverFetch,
    victimOf: victimIn(config, network),
    blockOf: (address, url) => (network.isOpenedAddress(address, url) ? undefined : blockOf(address)),
    standingOf: (url) => standingOf(deps, url),
    pause: (ms) => new Promise((resolve) => void timer(ms, resolve)),
  });
  const shared = createSharedPages(allowances.pageGap * 1000, elapsed);
  return {
    allowances,
    tally,
    neverFetch,
    victims,
    clients: hasOthers(config)
      ? createSharedClientLimits({ allowances, elapsed, tally, accounts: store.clientAccounts })
      : createClientLimits({ allowances, elapsed, tally }),
    pending: createPendingLimits({
      ...{ allowances, elapsed, tally },
      count: () => store.budgets.waiting(),
      isShared: hasOthers(config),
    }),
    /** For sources that nobody looked at yet; pages that were leave half of the budget to them. */
    firstLooks: shared(victims.http()),
    laterLooks: shared(victims.http({ share: 0.5 })),
    /** For what asks one site twice in a row. */
    patient: victims.http({ patient: true }),
    /** For pictures of authors whose mentions are public: what is looked at comes first. */
    pictures: victims.http({ share: 0.5 }),
    /** For what somebody waits for. */
    vouchers: victims.http(),
  };
}

export type OpenLimits = ReturnType<typeof openLimits>;

/** The /24 or /48 of an address. */
export function blockOf(address: string): string {
  return victimOf(`http://${address.includes(':') ? `[${address}]` : address}/`);
}

/** Two looks into indexes: it is asked before every hop, whatever the number of sites. */
async function standingOf({ store }: LimitDeps, { host, hostname }: URL): Promise<Standing> {
  if (await store.rules.allowsHost(hostname.replace(/\.$/, ''))) return 'allowed';
  return (await store.mentions.knowsHost(undefined, host)) ? 'known' : 'unknown';
}
