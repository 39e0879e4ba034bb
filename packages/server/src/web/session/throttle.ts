import type { Clock } from '../../ports/index.ts';

const FREE_FAILURES = 5;
const FIRST_DELAY_MS = 1000;
const MAX_DELAY_MS = 15 * 60_000;
const FORGET_MS = 24 * 60 * 60_000;
const MAX_ACCOUNTS = 10_000;

/** Slows down guessing, per account and whoever guesses, because a hundred addresses are cheap. */
export interface Throttle {
  /** Milliseconds until the next try is heard; 0 means now. */
  wait(account: string, address: string | undefined): number;
  failed(account: string, address: string | undefined): void;
  succeeded(account: string, address: string | undefined): void;
}

interface Failures {
  readonly count: number;
  readonly last: number;
}

/**
 * After five failures each further one doubles the wait, to a quarter of an hour. An address from which the owner has come
 * in before counts by itself, so that a stranger's guessing does not lock the owner out.
 */
export function createThrottle(clock: Clock): Throttle {
  const failures = new Map<string, Failures>();
  const known = new Set<string>();

  function keyOf(account: string, address: string | undefined): string {
    const exact = JSON.stringify([account, address]);
    return known.has(exact) ? exact : JSON.stringify([account]);
  }

  function at(key: string): Failures | undefined {
    const found = failures.get(key);
    return found && clock.now() - found.last < FORGET_MS ? found : undefined;
  }

  return {
    wait(account, address) {
      const found = at(keyOf(account, address));
      if (!found || found.count < FREE_FAILURES) return 0;
      const delay = Math.min(FIRST_DELAY_MS * 2 ** (found.count - FREE_FAILURES), MAX_DELAY_MS);
      return Math.max(0, found.last + delay - clock.now());
    },
    failed(account, address) {
      const key = keyOf(account, address);
      const count = (at(key)?.count ?? 0) + 1;
      failures.delete(key);
      failures.set(key, { count, last: clock.now() });
      // Names are a stranger's to invent: the oldest make room.
      for (const oldest of failures.keys()) {
        if (failures.size <= MAX_ACCOUNTS) break;
        failures.delete(oldest);
      }
    },
    succeeded(account, address) {
      failures.delete(keyOf(account, address));
      known.add(JSON.stringify([account, address]));
    },
  };
}
