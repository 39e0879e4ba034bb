import type { Delivery } from '../delivery.ts';
import type { Tables } from '../ports/index.ts';
import { deliverJob } from './new-delivery.ts';
import { type Pace, startDelay } from './pace.ts';

export interface Reopening {
  readonly at: number;
  /** A sentence for the owner. */
  readonly reason: string;
  /** What the target will then know of; as before unless given. */
  readonly version?: string;
}

/** Its endpoint is forgotten and looked for again: it may have moved, or be what failed. */
export async function reopen(
  { deliveries }: Tables,
  row: Delivery,
  { at, reason, version }: Reopening,
): Promise<Delivery> {
  const known = version === undefined ? {} : { version };
  const update = { status: 'queued', reason, attempts: 0, endpoint: undefined, ...known } as const;
  await deliveries.record(row.id, update, { at, step: 'found', outcome: 'again', reason });
  return { ...row, ...update };
}

/** A job for each, those of one host apart from each other. */
export async function enqueue({ jobs }: Tables, rows: readonly Delivery[], pace: Pace, now: number): Promise<void> {
  const perHost = new Map<string, number>();
  for (const row of rows) {
    const target = new URL(row.target);
    const before = perHost.get(target.host) ?? 0;
    perHost.set(target.host, before + 1);
    await jobs.enqueue(deliverJob(row, now + startDelay(pace, target, before)));
  }
}
