import type { Config } from '../config.ts';
import type { TakeDeps } from '../import/take-in.ts';
import { createGate } from '../inbound/gate.ts';
import { createRuleShelf } from '../inbound/rule-shelf.ts';
import type { Store } from '../ports/index.ts';
import { systemClock, systemRandom } from '../system.ts';
import { victimIn } from './manners.ts';
import type { OpenNetwork } from './network.ts';

/** What an import needs of a house, whoever begins it. */
export function importing(
  store: Store,
  config: Pick<Config, 'limits'>,
  network: OpenNetwork,
): Omit<TakeDeps, 'resolve'> {
  return {
    store,
    clock: systemClock,
    random: systemRandom,
    gate: createGate({
      store,
      rules: createRuleShelf(store.rules, systemClock),
      clock: systemClock,
      random: systemRandom,
    }),
    refusesSource: (url) => network.refuses(url),
    victimOf: victimIn(config, network),
  };
}
