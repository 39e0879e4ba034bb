import type { Config } from '../config.ts';
import type { TakeDeps } from '../import/take-in.ts';
import { createGate } from '../inbound/gate.ts';
import { createRuleShelf } from '../inbound/rule-shelf.ts';
import type { Clock, Random, Store } from '../ports/index.ts';
import { victimIn } from './manners.ts';
import type { OpenNetwork } from './network.ts';

export interface ImportingDeps {
  readonly store: Store;
  readonly config: Pick<Config, 'limits'>;
  readonly network: OpenNetwork;
  readonly clock: Clock;
  readonly random: Random;
}

/** What an import needs of a house, whoever begins it. */
export function importing({ store, config, network, clock, random }: ImportingDeps): Omit<TakeDeps, 'resolve'> {
  return {
    ...{ store, clock, random },
    gate: createGate({ store, rules: createRuleShelf(store.rules, clock), clock, random }),
    refusesSource: (url) => network.refuses(url),
    victimOf: victimIn(config, network),
  };
}
