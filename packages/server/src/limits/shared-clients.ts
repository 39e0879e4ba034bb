import type { Admission, ClientAccounts } from '../ports/index.ts';
import { clientKey } from './client-key.ts';
import { type ClientLimitDeps, type ClientLimits, type Declined, decline, MOST_CLIENTS, termsOf } from './clients.ts';
import { createLeastRecent } from './least-recent.ts';

export interface SharedClientDeps extends ClientLimitDeps {
  readonly accounts: ClientAccounts;
}

interface Caller {
  readonly client: string | undefined;
  readonly answer: (declined: Declined | undefined) => void;
}

/** Seconds until a sender should come again when the store is away. */
const AWAY_RETRY_AFTER = 60;
/** Of one question to the store: others wait for it. */
const MOST_AT_ONCE = 500;

/**
 * For processes that take in together: the accounts are kept in the store, so that nobody gets more by asking several of
 * them. While one question is under way the next ones gather. Who was told to wait is remembered here, so that turning him
 * away again costs the store nothing.
 */
export function createSharedClientLimits({ allowances, elapsed, tally, accounts }: SharedClientDeps): ClientLimits {
  const { client, all, isLifted } = termsOf(allowances);
  const isOpen = isLifted && !Number.isFinite(all.perMinute);
  const closedUntil = createLeastRecent<readonly [until: number, by: 'perMinute' | 'perDay']>(MOST_CLIENTS);
  let allUntil = 0;
  let waiting: Caller[] = [];
  let isAsking = false;

  function known(name: string | undefined, now: number): Declined | undefined {
    const [until, by] = (name === undefined ? undefined : closedUntil.get(name)) ?? [0, 'perMinute'];
    if (until > now) return decline(tally, by, until - now);
    return allUntil > now ? decline(tally, 'all', allUntil - now) : undefined;
  }

  async function ask(callers: readonly Caller[]): Promise<void> {
    const names = callers.map((caller) => caller.client);
    const admissions = await accounts.admit(names, { client, all }, elapsed).catch(() => undefined);
    for (const [index, { client: name, answer }] of callers.entries()) {
      const admission = admissions?.[index];
      answer(admission ? heard(name, admission) : { outcome: 'busy', retryAfter: AWAY_RETRY_AFTER });
    }
  }

  function heard(name: string | undefined, { waitMs, by }: Admission): Declined | undefined {
    if (waitMs === 0) return undefined;
    const until = elapsed.ms() + waitMs;
    if (by === 'all') allUntil = until;
    else if (name !== undefined) closedUntil.set(name, [until, by]);
    return decline(tally, by, waitMs);
  }

  async function askAll(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    while (waiting.length > 0) {
      const callers = waiting.slice(0, MOST_AT_ONCE);
      waiting = waiting.slice(MOST_AT_ONCE);
      await ask(callers);
    }
    isAsking = false;
  }

  return {
    admit(address) {
      if (isOpen) return undefined;
      const name = isLifted || address === undefined ? undefined : clientKey(address);
      const no = known(name, elapsed.ms());
      if (no) return no;
      return new Promise((answer) => {
        waiting.push({ client: name, answer });
        void askAll();
      });
    },
  };
}
