import { type Delivery, isFinal } from '../delivery.ts';
import type { Clock, Store } from '../ports/index.ts';
import type { Pace } from './pace.ts';
import { enqueue, reopen } from './requeue.ts';

/** Which deliveries are to be told again: some by their ids, or all that failed, of one site or of all. */
export type Resendable = { readonly ids: readonly string[] } | { readonly failedOf: string | undefined };

export interface ResendDeps {
  readonly store: Pick<Store, 'deliveries' | 'transaction'>;
  readonly clock: Clock;
  readonly pace: Pace;
  readonly wake: () => void;
}

/** Puts deliveries back into the queue and answers them. Unknown ids, and what waits its turn anyhow, are passed over. */
export type Resend = (which: Resendable, by: string) => Promise<readonly Delivery[]>;

/** More than that at once is nobody's wish; the next call takes the rest. */
const MOST = 1000;

export function createResend({ store, clock, pace, wake }: ResendDeps): Resend {
  async function chosen(which: Resendable): Promise<readonly Delivery[]> {
    if ('ids' in which) {
      const rows = await Promise.all(which.ids.map((id) => store.deliveries.byId(id)));
      return rows.filter((row) => row !== undefined);
    }
    const site = which.failedOf === undefined ? {} : { site: which.failedOf };
    return store.deliveries.list({ ...site, status: 'failed', limit: MOST });
  }

  return async (which, by) => {
    const rows = (await chosen(which)).filter(({ status }) => isFinal(status) || status === 'retrying');
    const now = clock.now();
    const again = await store.transaction(async (tables) => {
      const reopened: Delivery[] = [];
      for (const row of rows) reopened.push(await reopen(tables, row, { at: now, reason: `Sent again by ${by}.` }));
      await enqueue(tables, reopened, pace, now);
      return reopened;
    });
    if (again.length > 0) wake();
    return again;
  };
}
