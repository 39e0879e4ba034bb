import { identity } from '@hearback/protocol';
import { type Delivery, isFinal } from '../delivery.ts';
import type { Clock, Random, Store, Tables } from '../ports/index.ts';
import { knownDeliveries } from './known-deliveries.ts';
import { deliverJob, newDelivery } from './new-delivery.ts';
import { type Pace, startDelay } from './pace.ts';
import { postUrl } from './post-url.ts';
import { type ReadSourceDeps, readSource, type SourceReading } from './read-source.ts';

export interface PublishDeps extends ReadSourceDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly pace: Pace;
  /** Tells whoever runs jobs in this process that there is work. */
  readonly wake: () => void;
}

export type Published =
  | {
      readonly ok: true;
      readonly source: string;
      /** One for each link that counts, in document order; those told before are among them, as they ended. */
      readonly deliveries: readonly Delivery[];
      readonly warnings: readonly string[];
    }
  /** Nothing was stored and the page is as unknown as before. One sentence. */
  | { readonly ok: false; readonly source: string; readonly reason: string };

/** That nobody listens there is remembered for an hour (204). */
const ASK_AGAIN_AFTER_MS = 3_600_000;

/**
 * Announces a page of ours: reads it, and stores one delivery with its job for each link that was never told, in one
 * transaction with the memory of the post. Doing it again, or twice at once, tells nobody twice; it takes up what was
 * never told: links that failed, that were skipped while sending was off, or that had no endpoint an hour ago.
 */
export async function publish(deps: PublishDeps, given: string): Promise<Published> {
  const reading = await readSource(deps, given);
  if (!reading.ok) return reading;
  const deliveries = await deps.store.transaction((tables) => remember(deps, tables, reading));
  deps.wake();
  return { ok: true, source: reading.source, deliveries, warnings: reading.warnings };
}

async function remember(deps: PublishDeps, tables: Tables, reading: SourceReading): Promise<readonly Delivery[]> {
  const now = deps.clock.now();
  const wanted = reading.links.map(({ target, skip }) => newDelivery(deps, reading, target, skip ?? reading.off));
  const known = await knownDeliveries(tables.deliveries, reading.source);
  const fresh = wanted.filter(({ target }) => !known.has(identity(target)));
  const reason = [`Linked from ${reading.source}.`, ...reading.warnings].join(' ');
  const added = await tables.deliveries.add(fresh, { step: 'found', outcome: 'found', reason });
  for (const row of added) known.set(identity(row.target), row);

  const reopened = wanted.flatMap((wish) => {
    const row = known.get(identity(wish.target));
    return row && wish.status === 'queued' && mayBeToldAfterAll(row, now) ? [row] : [];
  });
  for (const row of reopened) known.set(identity(row.target), await reopen(tables, row, now));

  await enqueue(deps, tables, [...added.filter(({ status }) => !isFinal(status)), ...reopened], now);
  const post = { site: reading.site.id, url: postUrl(reading.source), firstSeenAt: now };
  await tables.posts.remember([{ ...post, sentAt: reading.off === undefined ? now : undefined }]);
  return wanted.map((wish) => known.get(identity(wish.target)) ?? wish);
}

function mayBeToldAfterAll({ status, updatedAt }: Delivery, now: number): boolean {
  if (status === 'unsupported') return now - updatedAt >= ASK_AGAIN_AFTER_MS;
  return status === 'skipped' || status === 'failed';
}

/** Its endpoint is forgotten and looked for again: the old one may be what failed. */
async function reopen(tables: Tables, row: Delivery, at: number): Promise<Delivery> {
  const update = {
    status: 'queued',
    reason: 'Announced again.',
    attempts: 0,
    endpoint: undefined,
    protocol: undefined,
  } as const;
  await tables.deliveries.record(row.id, update, { at, step: 'found', outcome: 'again', reason: update.reason });
  return { ...row, ...update };
}

async function enqueue({ pace }: PublishDeps, tables: Tables, rows: readonly Delivery[], now: number): Promise<void> {
  const perHost = new Map<string, number>();
  for (const row of rows) {
    const target = new URL(row.target);
    const before = perHost.get(target.host) ?? 0;
    perHost.set(target.host, before + 1);
    await tables.jobs.enqueue(deliverJob(row, now + startDelay(pace, target, before)));
  }
}
