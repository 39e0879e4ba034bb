import ipaddr from 'ipaddr.js';
import type { Clock } from '../../ports/index.ts';

const FREE_FAILURES = 5;
const FIRST_DELAY_MS = 1000;
const MAX_DELAY_MS = 15 * 60_000;
const FORGET_MS = 24 * 60 * 60_000;
const FROM_ADDRESS = 20;
const HOUR_MS = 60 * 60_000;
/** Names and addresses are a stranger's to invent: of each kind this many are remembered, and the oldest make room. */
const MOST = 10_000;

/** Slows down guessing, per account and per address, because a hundred addresses are cheap and so are a hundred names. */
export interface Throttle {
  /**
   * Milliseconds until the next try is heard. 0 hears it now, and counts it as a failure until one of the others says
   * otherwise: tries that come all at once must not slip through before the first is found wrong.
   */
  begin(account: string, address: string | undefined): number;
  succeeded(account: string, address: string | undefined): void;
  /** Nothing was decided: it counts for nothing. */
  undecided(account: string, address: string | undefined): void;
}

interface Failures {
  readonly count: number;
  readonly last: number;
}

/**
 * After five failures each further one doubles the wait, to a quarter of an hour; an address has twenty an hour for all
 * accounts together. An address from which the owner has come in before counts by itself, so that a stranger's guessing
 * does not lock the owner out; for the rest there is `hearback user link`.
 */
export function createThrottle(clock: Clock): Throttle {
  const failures = new Map<string, Failures>();
  const fromAddress = new Map<string, readonly number[]>();
  const known = new Map<string, true>();

  function keysOf(account: string, address: string | undefined) {
    const block = blockOf(address);
    const exact = JSON.stringify([account, block]);
    return known.has(exact) ? { key: exact } : { key: JSON.stringify([account]), block };
  }

  function at(key: string): Failures | undefined {
    const found = failures.get(key);
    return found && clock.now() - found.last < FORGET_MS ? found : undefined;
  }

  function recent(block: string | undefined): readonly number[] {
    return (
      (block === undefined ? undefined : fromAddress.get(block))?.filter((time) => clock.now() - time < HOUR_MS) ?? []
    );
  }

  function accountWait(key: string): number {
    const found = at(key);
    if (!found || found.count < FREE_FAILURES) return 0;
    const delay = Math.min(FIRST_DELAY_MS * 2 ** (found.count - FREE_FAILURES), MAX_DELAY_MS);
    return Math.max(0, found.last + delay - clock.now());
  }

  function addressWait(block: string | undefined): number {
    const times = recent(block);
    return times.length < FROM_ADDRESS ? 0 : (times[0] ?? 0) + HOUR_MS - clock.now();
  }

  return {
    begin(account, address) {
      const { key, block } = keysOf(account, address);
      const wait = Math.max(accountWait(key), addressWait(block));
      if (wait > 0) return wait;
      const now = clock.now();
      put(failures, key, { count: (at(key)?.count ?? 0) + 1, last: now });
      if (block !== undefined) put(fromAddress, block, [...recent(block), now]);
      return 0;
    },
    succeeded(account, address) {
      const { key, block } = keysOf(account, address);
      failures.delete(key);
      if (block !== undefined) put(fromAddress, block, recent(block).slice(0, -1));
      put(known, JSON.stringify([account, blockOf(address)]), true);
    },
    undecided(account, address) {
      const { key, block } = keysOf(account, address);
      const found = at(key);
      if (found) put(failures, key, { ...found, count: found.count - 1 });
      if (block !== undefined) put(fromAddress, block, recent(block).slice(0, -1));
    },
  };
}

function put<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key);
  map.set(key, value);
  for (const oldest of map.keys()) {
    if (map.size <= MOST) break;
    map.delete(oldest);
  }
}

/** An IPv6 subscriber has a whole /64, so that is what counts as one address. */
function blockOf(address: string | undefined): string | undefined {
  if (address === undefined || !ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, 8).join('.');
}
