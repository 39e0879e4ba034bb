import { identity } from '@hearback/protocol';
import { type Delivery, GONE } from '../delivery.ts';

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

const REASONS = {
  edited: 'The page was edited since they were told.',
  removed: 'The page does not link there any more.',
} as const;

/**
 * Who is owed an update (Webmention §3.1.4, §3.1.5): everyone who was told by Webmention of another state of the page, those
 * whose link was removed included, and once for each state. A refusal counts as told: what was missing then may be on
 * the page now. Pingback and TrackBack know no updates, and their receivers take one for a repeat.
 */
export function updatesOf(known: Iterable<Delivery>, { targets, version }: Present): readonly Update[] {
  return [...known].filter(wasTold).flatMap((row) => {
    const isLinked = targets.has(identity(row.target));
    const wanted = isLinked ? version : GONE;
    if (row.version === wanted) return [];
    return [{ row, version: wanted, reason: isLinked ? REASONS.edited : REASONS.removed }];
  });
}

/** Rows of links that are not on the page any more and whose targets know by Webmention, or are to learn, of that. */
export function removedOf(known: Iterable<Delivery>, targets: ReadonlySet<string>): readonly Delivery[] {
  return [...known].filter((row) => row.protocol === 'webmention' && !targets.has(identity(row.target)));
}

function wasTold({ protocol, status }: Delivery): boolean {
  return protocol === 'webmention' && (status === 'delivered' || status === 'refused');
}
