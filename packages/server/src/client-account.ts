/** What one client, or all of them together, may send. `Infinity` for what is not limited. */
export interface Terms {
  readonly perMinute: number;
  /** How many may come together before the pace counts. */
  readonly burst: number;
  readonly perDay: number;
}

/** A token bucket, and a count of the day that began with the client's first notification. Times are milliseconds that went by. */
export interface Account {
  tokens: number;
  at: number;
  dayEnds: number;
  today: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

export function freshAccount({ burst }: Terms, now: number): Account {
  return { tokens: burst, at: now, dayEnds: now + DAY_MS, today: 0 };
}

/** Milliseconds until the next notification may come, 0 for now, and what says so. The account is brought up to now. */
export function accountWait(account: Account, terms: Terms, now: number): readonly [number, 'perMinute' | 'perDay'] {
  const { perMinute, burst, perDay } = terms;
  const gained = perMinute === Number.POSITIVE_INFINITY ? burst : ((now - account.at) / MINUTE_MS) * perMinute;
  account.tokens = Math.min(burst, account.tokens + gained);
  account.at = now;
  if (now >= account.dayEnds) Object.assign(account, { dayEnds: now + DAY_MS, today: 0 });
  if (account.today >= perDay) return [account.dayEnds - now, 'perDay'];
  return [account.tokens < 1 ? ((1 - account.tokens) / perMinute) * MINUTE_MS : 0, 'perMinute'];
}

/** One notification was let in. */
export function charge(account: Account): void {
  account.tokens -= 1;
  account.today += 1;
}
