import type { Timer } from '../jobs/loop.ts';
import { createDialer, type Dialer } from '../network/dialer.ts';
import { type Ledger, NO_LEDGER } from '../network/ledger.ts';
import { NETWORK_LIMITS, type NetworkLimits } from '../network/limits.ts';
import { ownAddresses } from '../network/own-addresses.ts';
import { createResolver, type Resolver } from '../network/resolver.ts';
import type { Clock, Elapsed, Random } from '../ports/index.ts';
import { systemClock, systemElapsed, systemRandom, systemTimer } from '../system.ts';

/**
 * All that a server takes from outside itself: time, chance, DNS and sockets. A drill hands in others; the guard is not
 * among them, so that whatever a drill proves is proved of the one that runs.
 */
export interface World {
  readonly clock: Clock;
  readonly random: Random;
  readonly timer: Timer;
  readonly elapsed: Elapsed;
  readonly resolver: Resolver;
  readonly dialer: Dialer;
  readonly ledger: Ledger;
  readonly networkLimits: NetworkLimits;
  readonly ownAddresses: () => ReadonlySet<string>;
}

export function realWorld(): World {
  return {
    clock: systemClock,
    random: systemRandom,
    timer: systemTimer,
    elapsed: systemElapsed,
    resolver: createResolver(),
    dialer: createDialer(),
    ledger: NO_LEDGER,
    networkLimits: NETWORK_LIMITS,
    ownAddresses,
  };
}
