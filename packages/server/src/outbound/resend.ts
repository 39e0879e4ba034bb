import { type Delivery, isFinal } from '../delivery.ts';
import type { Clock, Store, Tables } from '../ports/index.ts';
import { deliverJob } from './new-delivery.ts';
import { type Pace, startDelay } from './pace.ts';

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
    const perHost = new Map<string, number>();
    const again = await store.transaction(async (tables) => {
      const reopened: Delivery[] = [];
      for (const row of rows) {
        const target = new URL(row.target);
        const before = perHost.get(target.host) ?? 0;
        perHost.set(target.host, before + 1);
        reopened.push(await reopen(tables, row, { at: now, reason: `Sent again by ${by}.` }));
        await tables.jobs.enqueue(deliverJob(row, now + startDelay(pace, target, before)));
      }
      return reopened;
    });
    if (again.length > 0) wake();
    return again;
  };
}

/** Its endpoint is forgotten and looked for again: it may have moved, or be what failed. */
async function reopen(
  { deliveries }: Tables,
  row: Delivery,
  { at, reason }: { readonly at: number; readonly reason: string },
): Promise<Delivery> {
  const update = { status: 'queued', reason, attempts: 0, endpoint: undefined } as const;
  await deliveries.record(row.id, update, { at, step: 'found', outcome: 'again', reason });
  return { ...row, ...update };
}
