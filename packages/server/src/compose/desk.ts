import type { Config } from '../config.ts';
import { createDesk, type Desk } from '../inbound/desk.ts';
import { systemClock, systemRandom } from '../system.ts';
import { openExistingStore } from './store.ts';

export async function openDesk(config: Config): Promise<{ readonly desk: Desk; close(): Promise<void> }> {
  const store = await openExistingStore(config);
  return { desk: createDesk({ store, clock: systemClock, random: systemRandom }), close: () => store.close() };
}
