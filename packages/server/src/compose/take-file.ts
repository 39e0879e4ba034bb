import type { Config } from '../config.ts';
import { FORMATS } from '../import/formats/index.ts';
import { createTakeFile, type TakeFile } from '../import/take-file.ts';
import type { TakeDeps } from '../import/take-in.ts';
import { createGate } from '../inbound/gate.ts';
import { createRuleShelf } from '../inbound/rule-shelf.ts';
import type { Resolve } from '../pages/resolve.ts';
import type { Clock, Random, Store } from '../ports/index.ts';
import { victimIn } from './manners.ts';
import type { openNetwork } from './network.ts';

interface ImportingDeps {
  readonly store: Store;
  readonly config: Pick<Config, 'limits'>;
  readonly network: ReturnType<typeof openNetwork>;
  readonly clock: Clock;
  readonly random: Random;
}

/** For the desk: files that are brought to it. */
export function openTakeFile(deps: ImportingDeps & { readonly resolve: Resolve }): TakeFile {
  return createTakeFile({ ...importing(deps), resolve: deps.resolve, formats: FORMATS });
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
