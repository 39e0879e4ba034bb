import { identity } from '@hearback/protocol';
import { type Delivery, GONE, isFinal, SENDING } from '../delivery.ts';
import type { Deliveries } from '../ports/index.ts';
import { mayBeToldAfterAll, type Update, wasTold } from './updates.ts';

/** The rows of links that are not on the page any more, by what that means for their targets. */
export interface Removed {
  /** They know of the link by Webmention, and are owed the news that it is gone (§3.1.4, §3.1.5). */
  readonly updates: readonly Update[];
  /** They were still to be told and never were: there is nothing to tell any more. */
  readonly dropped: readonly Delivery[];
  /** They were told that it is gone. */
  readonly settled: readonly Delivery[];
}

const REASON = 'The page does not link there any more.';

/** Sorts the rows whose target the page does not have; of one whose link never came to anything nothing is said. */
export async function removedOf(
  deliveries: Pick<Deliveries, 'trace'>,
  known: Iterable<Delivery>,
  { targets, now }: { readonly targets: ReadonlySet<string>; readonly now: number },
): Promise<Removed> {
  const updates: Update[] = [];
  const dropped: Delivery[] = [];
  const settled: Delivery[] = [];
  for (const row of known) {
    if (targets.has(identity(row.target))) continue;
    const heard = await whatTheyHeard(deliveries, row);
    if (heard === 'nothing' && !isFinal(row.status)) dropped.push(row);
    if (heard !== 'it') continue;
    if (isOwed(row, now)) updates.push({ row, version: GONE, reason: REASON });
    else settled.push(row);
  }
  return { updates, dropped, settled };
}

/**
 * Whether the target was ever told of the link. A try that failed after an earlier one had arrived leaves a row that looks
 * as if it never was, so the trace decides. `perhaps`: a request is under way or was cut off; it goes on, and the next
 * announcement finds a row that is told.
 */
async function whatTheyHeard(
  deliveries: Pick<Deliveries, 'trace'>,
  row: Delivery,
): Promise<'it' | 'perhaps' | 'nothing'> {
  if (wasTold(row)) return 'it';
  const isOther = row.protocol === 'pingback' || row.protocol === 'trackback';
  if (isOther && isFinal(row.status)) return 'nothing';
  const steps = await deliveries.trace(row.id);
  if (!isFinal(row.status) && steps.at(-1)?.outcome === SENDING) return 'perhaps';
  return !isOther && steps.some(({ outcome }) => outcome === 'delivered' || outcome === 'refused') ? 'it' : 'nothing';
}

function isOwed(row: Delivery, now: number): boolean {
  return wasTold(row) || !isFinal(row.status) ? row.version !== GONE : mayBeToldAfterAll(row, now);
}
