import { identity } from '@hearback/protocol';
import type { Delivery } from '../delivery.ts';

/** A target that was told before and is to be told again. */
export interface Update {
  readonly row: Delivery;
  /** What it will then know of. */
  readonly version: string;
  /** A sentence for the owner. */
  readonly reason: string;
}

/** The targets that a page of ours links to now, as identities; none when it is gone. */
export interface Present {
  readonly targets: ReadonlySet<string>;
  readonly version: string;
}

/** That nobody listens there is remembered for an hour. */
const ASK_AGAIN_AFTER_MS = 3_600_000;

/**
 * Who is owed an update because the page was edited (Webmention §3.1.4): everyone it links to who was told by Webmention of
 * another state of it, once for each state. A refusal counts as told: what was missing then may be on the page now.
 * Pingback and TrackBack know no updates, and their receivers take one for a repeat.
 */
export function updatesOf(known: Iterable<Delivery>, { targets, version }: Present): readonly Update[] {
  return [...known]
    .filter((row) => wasTold(row) && targets.has(identity(row.target)) && row.version !== version)
    .map((row) => ({ row, version, reason: 'The page was edited since they were told.' }));
}

/** Whether the last that the target was told, by Webmention, is on record with the delivery itself. */
export function wasTold({ protocol, status }: Delivery): boolean {
  return protocol === 'webmention' && (status === 'delivered' || status === 'refused');
}

/** Whether what came to nothing is worth another try now that the page is announced again. */
export function mayBeToldAfterAll({ status, updatedAt }: Delivery, now: number): boolean {
  if (status === 'unsupported') return now - updatedAt >= ASK_AGAIN_AFTER_MS;
  return status === 'skipped' || status === 'failed';
}
