import { COMMAND_LINE } from '../access.ts';
import type { Config } from '../config.ts';
import { auditedDesk } from '../inbound/audited-desk.ts';
import { createDesk, type Desk } from '../inbound/desk.ts';
import type { Store } from '../ports/index.ts';
import { systemClock, systemRandom } from '../system.ts';
import { openExistingStore } from './store.ts';

export async function openDesk(config: Config): Promise<{
  readonly desk: Desk;
  readonly store: Store;
  close(): Promise<void>;
}> {
  const store = await openExistingStore(config);
  const deps = { store, clock: systemClock, random: systemRandom, teaches: config.akismet !== undefined };
  return { store, desk: auditedDesk(createDesk(deps), deps, COMMAND_LINE), close: () => store.close() };
}
