import type { JobKind } from '../job.ts';
import { endStrayArrivals } from './arrivals.ts';
import type { Database } from './schema.ts';

/** No wait is longer: not the day of a `Retry-After`, and not the month between two looks. */
const LONGEST_WAIT_MS = 60 * 24 * 60 * 60_000;

/**
 * What waits for a time further off than anything could be made to wait was put there by a clock that went wrong: it is
 * due at once, or it would wait for the year that clock showed.
 */
export async function endStrayWaits(db: Database, kinds: readonly JobKind[], now: number): Promise<void> {
  const far = now + LONGEST_WAIT_MS;
  for (const kind of kinds) {
    const stray = (await groupsAfter(db, kind, far)).map(({ name }) => name);
    for (const name of stray) {
      await db
        .updateTable('job')
        .set({ startAfter: now })
        .where('startAfter', '>', far)
        .where('kind', '=', kind)
        .where('groupName', '=', name)
        .execute();
      await db
        .updateTable('jobGroup')
        .set({ readyAt: now })
        .where('kind', '=', kind)
        .where('name', '=', name)
        .execute();
    }
  }
  if (kinds.includes('verify')) await endStrayArrivals(db, now, far);
}

function groupsAfter(db: Database, kind: JobKind, at: number) {
  return db.selectFrom('jobGroup').select('name').where('kind', '=', kind).where('readyAt', '>', at).execute();
}

/**
 * A lease that ends later than any that could be given now was given by a clock that went wrong: it ends at once, or a
 * group would wait for the year that clock showed.
 */
export async function endStrayLeases(db: Database, now: number, leaseMs: number): Promise<void> {
  await db
    .updateTable('jobGroup')
    .set({ readyAt: now })
    .where('leasedJob', 'is not', null)
    .where('readyAt', '>', now + 2 * leaseMs)
    .execute();
}
