import { retryAt } from '../jobs/retry.ts';
import type { Random } from '../ports/index.ts';
import type { Verdict } from './verdict.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Five tries within a day, the spread of ±25 % included. */
const DELAYS = [5 * MINUTE, 30 * MINUTE, 3 * HOUR, 12 * HOUR];
/** Whoever is there but busy frees up sooner: WordPress takes the next linkback after 15 s and names no time. */
const BUSY_DELAYS = [30_000, ...DELAYS.slice(0, 3)];
const BUSY = 429;
const MAX_WAIT_MS = 24 * HOUR;

/** When to try again after the `attempts`-th try (1-based) ended in `retrying`; `undefined` after the last one. */
export function nextTry(verdict: Verdict, attempts: number, now: number, random: Random): number | undefined {
  const busy = verdict.fault === BUSY || verdict.httpStatus === BUSY;
  const own = retryAt(attempts, now, random, busy ? BUSY_DELAYS : DELAYS);
  if (own === undefined) return undefined;
  // Retry-After may be a week, or nonsense: within a day it is honoured, and after that the owner should hear of it.
  return Math.max(own, now + Math.min((verdict.retryAfter ?? 0) * 1000, MAX_WAIT_MS));
}
