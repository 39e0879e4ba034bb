import ipaddr from 'ipaddr.js';
import type { Clock, Guesses, GuessHeard } from '../../ports/index.ts';

/**
 * Slows down guessing, per account and per address, because a hundred addresses are cheap and so are a hundred names. Kept in
 * the store: several processes let people in, and a start gives nobody fresh guesses. For whoever is locked out there is
 * `hearback user link`.
 */
export interface Throttle {
  /** Hears the next try and counts it as a failure until it is said otherwise, or tells how long to wait. */
  begin(account: string, address: string | undefined): Promise<GuessHeard>;
  succeeded(account: string, address: string | undefined, ticket: number): Promise<void>;
  undecided(ticket: number): Promise<void>;
}

export function createThrottle({ guesses }: { readonly guesses: Guesses }, clock: Clock): Throttle {
  return {
    begin: (account, address) => guesses.begin({ account, block: blockOf(address) }, clock.now()),
    succeeded: (account, address, ticket) =>
      guesses.succeeded({ account, block: blockOf(address) }, ticket, clock.now()),
    undecided: (ticket) => guesses.undecided(ticket),
  };
}

/** An IPv6 subscriber has a whole /64, so that is what counts as one address. */
function blockOf(address: string | undefined): string | undefined {
  if (address === undefined || !ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4' ? parsed.toString() : parsed.toByteArray().slice(0, 8).join('.');
}
