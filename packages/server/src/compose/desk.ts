import { COMMAND_LINE } from '../access.ts';
import type { Config } from '../config.ts';
import { auditedDesk } from '../inbound/audited-desk.ts';
import { createDesk, type Desk } from '../inbound/desk.ts';
import { systemClock, systemRandom } from '../system.ts';
import { openExistingStore } from './store.ts';

export async function openDesk(config: Config): Promise<{ readonly desk: Desk; close(): Promise<void> }> {
  const store = await openExistingStore(config);
  const deps = { store, clock: systemClock, random: systemRandom };
  return { desk: auditedDesk(createDesk(deps), deps, COMMAND_LINE), close: () => store.close() };
}
