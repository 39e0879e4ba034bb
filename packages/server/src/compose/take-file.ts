import type { Config } from '../config.ts';
import type { TakeFile } from '../import/take-file.ts';
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
  // Readers of files are loaded when there is one.
  return async (bytes, options) => {
    const { createTakeFile } = await import('../import/take-file.ts');
    const { FORMATS } = await import('../import/formats/index.ts');
    return createTakeFile({ ...importing(deps), resolve: deps.resolve, formats: FORMATS })(bytes, options);
  };
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
