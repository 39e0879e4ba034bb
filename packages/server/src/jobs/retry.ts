import type { Random } from '../ports/index.ts';

const MINUTE = 60_000;
/**
 * Three attempts over eight hours, and never under six: soon enough again for a hiccup, late enough for a bad evening, too
 * few to be used as a hammer on a victim.
 */
const VERIFY_DELAYS = [20 * MINUTE, 8 * 60 * MINUTE];

/**
 * When to try again after the `attempts`-th failure (1-based), spread by ±25 % so that failures of one outage do not
 * come back together; `undefined` when it is time to give up.
 */
export function retryAt(
  attempts: number,
  now: number,
  random: Random,
  delays: readonly number[] = VERIFY_DELAYS,
): number | undefined {
  const delay = delays[attempts - 1];
  return delay === undefined ? undefined : Math.round(now + delay * (0.75 + random.fraction() / 2));
}
