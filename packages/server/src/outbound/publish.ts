import { identity } from '@hearback/protocol';
import { type Delivery, GONE, isFinal, type Post } from '../delivery.ts';
import type { Clock, Random, Store, Tables } from '../ports/index.ts';
import type { Expected } from './expected.ts';
import { knownDeliveries } from './known-deliveries.ts';
import { newDelivery } from './new-delivery.ts';
import type { Pace } from './pace.ts';
import { postUrl } from './post-url.ts';
import { type NoSource, type ReadSourceDeps, readSource, type SourceReading } from './read-source.ts';
import { removedOf } from './removed.ts';
import { enqueue, reopen } from './requeue.ts';
import { mayBeToldAfterAll, updatesOf } from './updates.ts';

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
      /**
       * One for each link that counts, in document order; those told before are among them, as they ended. Then those
       * whose link was removed: told of that now or before, or not told at all any more.
       */
      readonly deliveries: readonly Delivery[];
      readonly warnings: readonly string[];
    }
  /** Nothing was stored and the page is as unknown as before. */
  | NoSource;

/** What becomes of a link that was removed before its target was told. */
export const DROPPED = { status: 'skipped', reason: 'The link was removed before they were told.' } as const;

/**
 * Announces a page of ours: reads it, and stores one delivery with its job for each link that was never told, in one
 * transaction with the memory of the post. Doing it again, or twice at once, tells nobody twice; it takes up what was
 * never told (links that failed, that were skipped while sending was off, or that had no endpoint an hour ago), and once
 * the page was edited or deleted it tells those who know by Webmention again.
 */
export async function publish(deps: PublishDeps, given: string, expected?: Expected): Promise<Published> {
  const reading = await readSource(deps, given, expected);
  if (!reading.ok) return reading;
  const deliveries = await deps.store.transaction((tables) => remember(deps, tables, reading));
  const { source, warnings } = reading;
  if (reading.version === GONE && deliveries.length === 0) {
    return { ok: false, source, reason: nobodyKnew(source), again: false };
  }
  deps.wake();
  return { ok: true, source, deliveries, warnings };
}

/** Why a deleted page is no news. */
export function nobodyKnew(source: string): string {
  return `${source} is gone, and nobody was told of it by Webmention, so there is nobody to tell that.`;
}

async function remember(deps: PublishDeps, tables: Tables, reading: SourceReading): Promise<readonly Delivery[]> {
  const now = deps.clock.now();
  const { source, version, off } = reading;
  const wanted = reading.links.map(({ target, skip }) => newDelivery(deps, reading, target, skip ?? off));
  const present = { targets: new Set(wanted.map(({ target }) => identity(target))), version };
  const known = await knownDeliveries(tables.deliveries, source);
  const fresh = wanted.filter(({ target }) => !known.has(identity(target)));
  const reason = [`Linked from ${source}.`, ...reading.warnings].join(' ');
  const added = await tables.deliveries.add(fresh, { step: 'found', outcome: 'found', reason });
  for (const row of added) known.set(identity(row.target), row);
  // Asked before any is opened again, which changes what it looks like.
  const removed = await removedOf(tables.deliveries, known.values(), { ...present, now });

  const failed = wanted.flatMap((wish) => {
    const row = known.get(identity(wish.target));
    return row && wish.status === 'queued' && mayBeToldAfterAll(row, now)
      ? [{ row, version, reason: 'Announced again.' }]
      : [];
  });
  const updates = [...updatesOf(known.values(), present), ...removed.updates];
  const again = off === undefined ? [...failed, ...updates] : failed;
  const reopened: Delivery[] = [];
  for (const { row, reason, version } of again) reopened.push(await reopen(tables, row, { at: now, reason, version }));
  const dropped: Delivery[] = [];
  for (const row of removed.dropped) dropped.push(await drop(tables, row, now));
  for (const row of [...reopened, ...dropped]) known.set(identity(row.target), row);

  await enqueue(tables, [...added.filter(({ status }) => !isFinal(status)), ...reopened], deps.pace, now);
  await tables.posts.remember([postOf(reading, now)]);
  const listed = wanted.map((wish) => known.get(identity(wish.target)) ?? wish);
  const unlinked = [...removed.updates.map(({ row }) => row), ...removed.dropped, ...removed.settled];
  return [...listed, ...unlinked.map((row) => known.get(identity(row.target)) ?? row)];
}

function postOf({ site, source, off, version, title, excerpt }: SourceReading, now: number): Post {
  const text = version === GONE ? { title: undefined, excerpt: undefined } : { title, excerpt };
  return {
    site: site.id,
    url: postUrl(source),
    firstSeenAt: now,
    sentAt: off === undefined ? now : undefined,
    ...text,
  };
}

/** Its job finds it done. The version stays: should a request be on its way all the same, the next announcement mends it. */
async function drop({ deliveries }: Tables, row: Delivery, at: number): Promise<Delivery> {
  await deliveries.record(row.id, DROPPED, { at, step: 'found', outcome: DROPPED.status, reason: DROPPED.reason });
  return { ...row, ...DROPPED };
}
