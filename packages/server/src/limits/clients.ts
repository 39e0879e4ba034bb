import type { Allowances, LimitName } from '../allowances.ts';
import type { Elapsed } from '../ports/index.ts';
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
   * Without an address only the limit of all together counts.
   */
  admit(address: string | undefined): Declined | undefined;
}

export interface ClientLimitDeps {
  readonly allowances: Pick<Allowances, 'clientPerMinute' | 'clientBurst' | 'clientPerDay' | 'allPerMinute'>;
  readonly elapsed: Elapsed;
  readonly tally: Pick<Tally, 'count'>;
}

/** Of each client that came lately; of more than that the ones that were silent the longest start anew. */
const MOST_CLIENTS = 50_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** A token bucket, and a count of the day that began with the client's first notification. */
interface Account {
  tokens: number;
  at: number;
  dayEnds: number;
  today: number;
}

export function createClientLimits({ allowances, elapsed, tally }: ClientLimitDeps): ClientLimits {
  const { clientPerMinute, clientBurst, clientPerDay, allPerMinute } = allowances;
  const clients = createLeastRecent<Account>(MOST_CLIENTS);
  const isLifted = ![clientPerMinute, clientBurst, clientPerDay].some(Number.isFinite);
  const everyone = { tokens: allPerMinute, at: elapsed.ms() };

  function refill(bucket: { tokens: number; at: number }, now: number, perMinute: number, most: number): void {
    const gained = perMinute === Number.POSITIVE_INFINITY ? most : ((now - bucket.at) / MINUTE_MS) * perMinute;
    bucket.tokens = Math.min(most, bucket.tokens + gained);
    bucket.at = now;
  }

  function accountOf(key: string, now: number): Account {
    const known = clients.get(key);
    if (known) return known;
    const fresh = { tokens: clientBurst, at: now, dayEnds: now + DAY_MS, today: 0 };
    clients.set(key, fresh);
    return fresh;
  }

  /** Milliseconds to wait, and the limit that says so. */
  function clientWait(account: Account, now: number): readonly [number, LimitName] {
    refill(account, now, clientPerMinute, clientBurst);
    if (now >= account.dayEnds) Object.assign(account, { dayEnds: now + DAY_MS, today: 0 });
    if (account.today >= clientPerDay) return [account.dayEnds - now, 'clientPerDay'];
    if (account.tokens < 1) return [((1 - account.tokens) / clientPerMinute) * MINUTE_MS, 'clientPerMinute'];
    return [0, 'clientPerMinute'];
  }

  return {
    admit(address) {
      const now = elapsed.ms();
      const account = isLifted || address === undefined ? undefined : accountOf(clientKey(address), now);
      const [waitMs, name] = account ? clientWait(account, now) : ([0, 'clientPerMinute'] as const);
      if (waitMs > 0) return refuse(name, waitMs);
      // Who is turned away for himself takes nothing of what is there for all.
      refill(everyone, now, allPerMinute, allPerMinute);
      if (everyone.tokens < 1) return refuse('allPerMinute', ((1 - everyone.tokens) / allPerMinute) * MINUTE_MS);
      everyone.tokens -= 1;
      if (account) {
        account.tokens -= 1;
        account.today += 1;
      }
      return undefined;
    },
  };

  function refuse(name: LimitName, waitMs: number): Declined {
    tally.count(name);
    const outcome = name === 'allPerMinute' ? 'busy' : 'limited';
    return { outcome, retryAfter: Math.max(1, Math.ceil(waitMs / 1000)) };
  }
}
