import { type Delivery, type Exchange, isFinal } from '../delivery.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { POISON_TRIES, setAside } from '../pages/poison.ts';
import type { Clock, Random, Store, Tables } from '../ports/index.ts';
import { nextTry } from './next-try.ts';
import type { Verdict } from './verdict.ts';
import type { Visit } from './visit.ts';
import { GONE_MS, goneName } from './withhold.ts';

export interface ConcludeDeps {
  readonly store: Pick<Store, 'transaction'>;
  readonly clock: Clock;
  readonly random: Random;
  /** Hears, inside the transaction, of a delivery that ended. */
  readonly onFinal: (tables: Tables, delivery: Delivery) => Promise<void>;
}

/** How a try ended, and what is to be kept of it. */
export interface Ending {
  readonly verdict: Verdict;
  /** What it ended with: the look for an endpoint, or the notification. */
  readonly by: 'discovered' | 'notified';
  /** Whose answer it is. */
  readonly asked: URL;
  readonly exchanges: readonly Exchange[];
}

const MAX_PEACE_S = 86_400;
const GONE = 410;

/** Records how a try ended, leaves the hosts that were visited, and says what becomes of the job. */
export async function conclude(
  { store, clock, random, onFinal }: ConcludeDeps,
  delivery: Delivery,
  visit: Visit,
  { verdict, by, asked, exchanges }: Ending,
): Promise<JobOutcome> {
  const now = clock.now();
  const attempts = delivery.attempts + 1;
  const isPoison = verdict.poison === true && attempts >= POISON_TRIES;
  const at = verdict.status === 'retrying' && !isPoison ? nextTry(verdict, attempts, now, random) : undefined;
  const gaveUp = verdict.status === 'retrying' && at === undefined;
  const status = gaveUp ? 'failed' : verdict.status;
  const end = isPoison ? setAside(verdict.reason) : `${verdict.reason} Given up after ${attempts} tries.`;
  const again = at === undefined ? '' : ` Tried again after ${minute(at)}.`;
  const reason = gaveUp ? end : `${verdict.reason}${again}`;
  const { fault, httpStatus, retryAfter } = verdict;
  // A page that names no endpoint now has none, whatever it named before the last try.
  const route = by === 'discovered' ? ({ endpoint: undefined, protocol: undefined, ...UNKNOWN } as const) : {};
  const update = { status, reason, fault, httpStatus, attempts, ...route } as const;
  await store.transaction(async (tables) => {
    await tables.deliveries.record(delivery.id, update, { at: now, step: by, outcome: status, reason }, exchanges);
    if (by === 'notified' && httpStatus === GONE) await tables.turns.close(goneName(asked.href), now, now + GONE_MS);
    const peace = retryAfter === undefined ? undefined : Math.min(retryAfter, MAX_PEACE_S);
    await visit.leave(tables.turns, peace === undefined ? undefined : { host: asked.host, seconds: peace });
    if (isFinal(status)) await onFinal(tables, { ...delivery, ...update, updatedAt: now });
  });
  return at === undefined ? { outcome: 'done' } : { outcome: 'later', at, reason, keepAttempts: false };
}

function minute(at: number): string {
  return `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const UNKNOWN = { lenient: false, software: undefined };
