import type { Allowances } from '../allowances.ts';
import { type Account, accountWait, charge, freshAccount } from '../client-account.ts';
import type { Admission, Elapsed } from '../ports/index.ts';
import { clientKey } from './client-key.ts';
import { createLeastRecent } from './least-recent.ts';
import type { Tally } from './tally.ts';

/** `limited` for what this client sent, `busy` for what all did; seconds until it is worth coming again. */
export interface Declined {
  readonly outcome: 'limited' | 'busy';
  readonly retryAfter: number;
}

/** Lets notifications in by who sends them, before anything of them is read. */
export interface ClientLimits {
  /**
   * `undefined` lets it in and counts it. Requests count, whatever is in them: one with five hundred calls inside is one.
   * Without an address only the limit of all together counts. A promise only where other processes have to be asked.
   */
  admit(address: string | undefined): Declined | undefined | Promise<Declined | undefined>;
}

export interface ClientLimitDeps {
  readonly allowances: Pick<Allowances, 'clientPerMinute' | 'clientBurst' | 'clientPerDay' | 'allPerMinute'>;
  readonly elapsed: Elapsed;
  readonly tally: Pick<Tally, 'count'>;
}

/** Of each client that came lately; of more than that the ones that were silent the longest start anew. */
export const MOST_CLIENTS = 50_000;

/** For one process that takes in alone: it keeps the accounts in memory. */
export function createClientLimits({ allowances, elapsed, tally }: ClientLimitDeps): ClientLimits {
  const { client, all, isLifted } = termsOf(allowances);
  const clients = createLeastRecent<Account>(MOST_CLIENTS);
  const everyone = freshAccount(all, elapsed.ms());

  function accountOf(key: string, now: number): Account {
    const known = clients.get(key);
    if (known) return known;
    const fresh = freshAccount(client, now);
    clients.set(key, fresh);
    return fresh;
  }

  return {
    admit(address) {
      const now = elapsed.ms();
      const account = isLifted || address === undefined ? undefined : accountOf(clientKey(address), now);
      const [waitMs, by] = account ? accountWait(account, client, now) : ([0, 'perMinute'] as const);
      if (waitMs > 0) return decline(tally, by, waitMs);
      // Who is turned away for himself takes nothing of what is there for all.
      const [allMs] = accountWait(everyone, all, now);
      if (allMs > 0) return decline(tally, 'all', allMs);
      charge(everyone);
      if (account) charge(account);
      return undefined;
    },
  };
}

export function termsOf({ clientPerMinute, clientBurst, clientPerDay, allPerMinute }: ClientLimitDeps['allowances']) {
  return {
    client: { perMinute: clientPerMinute, burst: clientBurst, perDay: clientPerDay },
    all: { perMinute: allPerMinute, burst: allPerMinute, perDay: Number.POSITIVE_INFINITY },
    isLifted: ![clientPerMinute, clientBurst, clientPerDay].some(Number.isFinite),
  };
}

const NAMES = { perMinute: 'clientPerMinute', perDay: 'clientPerDay', all: 'allPerMinute' } as const;

export function decline(tally: ClientLimitDeps['tally'], by: Admission['by'], waitMs: number): Declined {
  tally.count(NAMES[by]);
  return { outcome: by === 'all' ? 'busy' : 'limited', retryAfter: Math.max(1, Math.ceil(waitMs / 1000)) };
}
