import type { HeaderLine } from '@hearback/protocol';
import { keptFor } from '../kept-for.ts';

const DEFAULT_SECONDS = 600;
/** Below that a `max-age` speaks to caches of a busy page, not to pollers. */
const MIN_SECONDS = 10;
const MAX_SECONDS = 86_400;
/** A page that comes a minute after its feed is told of a minute later, one that never comes is asked for every hour. */
const FIRST_TRY_SECONDS = 60;
const LAST_TRY_SECONDS = 3_600;
const GROWTH = 1.5;
/** Two days after the first one. */
const MOST_TRIES = 55;
/**
 * Most of an hour: then whatever is on the web is the newest state of the page, for servers may change what they serve.
 * Counted in time and not in tries, of which whoever looks every two seconds makes many within a minute.
 */
const DEPLOY_SECONDS = 48 * 60;

/** As long as the listing may be kept, which it may forbid. */
export function pollSeconds(headers: readonly HeaderLine[], watchEvery: number | undefined): number {
  if (watchEvery !== undefined) return watchEvery;
  const kept = keptFor(headers);
  return kept > 0 ? Math.min(Math.max(kept, MIN_SECONDS), MAX_SECONDS) : DEFAULT_SECONDS;
}

/** After a look that came to nothing. */
export function pauseSeconds(watchEvery: number | undefined, retryAfter = 0): number {
  return Math.min(Math.max(watchEvery ?? DEFAULT_SECONDS, retryAfter), MAX_SECONDS);
}

/** Seconds until a page that could not be announced is tried again, after that many tries; `undefined` to give up. */
export function retrySeconds(tries: number, watchEvery: number | undefined): number | undefined {
  if (tries >= MOST_TRIES) return undefined;
  const first = Math.min(FIRST_TRY_SECONDS, watchEvery ?? DEFAULT_SECONDS);
  return Math.min(first * GROWTH ** (tries - 1), LAST_TRY_SECONDS);
}

/** Whether the page on the web may, after that many tries, still be in an older state than the folder. */
export function mayBeUndeployed(tries: number, watchEvery: number | undefined): boolean {
  let waited = 0;
  for (let n = 1; n <= tries; n += 1) waited += retrySeconds(n, watchEvery) ?? 0;
  return waited < DEPLOY_SECONDS;
}
