import { NO_ALLOWANCES, USUAL_ALLOWANCES } from '../../src/allowances.ts';
import { createClientLimits } from '../../src/limits/clients.ts';
import { createTally } from '../../src/limits/tally.ts';
import type { WebLimits } from '../../src/web/deps.ts';

const elapsed = { ms: () => 0 };
const tally = createTally(elapsed);

/** For houses whose tests are about other things: everyone may come as often as they like. */
export const NO_LIMITS: WebLimits = {
  allowances: USUAL_ALLOWANCES,
  tally,
  clients: createClientLimits({ allowances: NO_ALLOWANCES, elapsed, tally }),
  victims: { waiting: () => [] },
};
