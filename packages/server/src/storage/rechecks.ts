import { sql } from 'kysely';
import { enqueue } from './jobs.ts';
import type { Database } from './schema.ts';

const DAY_MS = 24 * 60 * 60_000;
const MONTH_MS = 30 * DAY_MS;
/** No look is planned further off than the month between two of them, and its jitter. */
const LONGEST_MS = 60 * DAY_MS;
/**
 * Looks at pages of one victim come one after the other, as far apart as half of its day's budget allows. A hundred in the
 * queue at once would have what its authors announce turned away.
 */
const APART_MS = 30 * 60_000;

// As a literal: an index over a part of the rows serves only a query that says so in its text.
const PLANNED = sql<boolean>`"recheckAt" is not null`;

/** See `Backlinks.lineUpDue`; `db` must be a transaction. */
export async function lineUpDue(
  db: Database,
  now: number,
  limit: number,
  groupOf: (source: string) => string,
): Promise<number> {
  await endStrayPlans(db, now);
  const due = await db
    .selectFrom('mention')
    .select(['id', 'source', 'recheckAt'])
    .where(PLANNED)
    .where('recheckAt', '<=', now)
    .orderBy('recheckAt')
    .limit(limit)
    .execute();
  const inLine = new Map<string, number>();
  let lined = 0;
  for (const { id, source } of due) {
    const group = groupOf(source);
    const before = inLine.get(group) ?? ((await isBusy(db, group)) ? 1 : 0);
    inLine.set(group, before + 1);
    if (before === 0) {
      await enqueue(db, { kind: 'verify', subject: id, group, startAfter: now });
      lined += 1;
    }
    // The check plans the next one. Should it get lost, that is not the end of the looking.
    const recheckAt = now + (before === 0 ? MONTH_MS : before * APART_MS);
    await db.updateTable('mention').set({ recheckAt }).where('id', '=', id).execute();
  }
  return lined;
}

/** Some page of this victim waits already. */
async function isBusy(db: Database, group: string): Promise<boolean> {
  const row = await db
    .selectFrom('jobGroup')
    .select('name')
    .where('kind', '=', 'verify')
    .where('name', '=', group)
    .executeTakeFirst();
  return row !== undefined;
}

/** What was planned for a time further off than any plan was planned by a clock that went wrong. */
async function endStrayPlans(db: Database, now: number): Promise<void> {
  await db
    .updateTable('mention')
    .set({ recheckAt: now })
    .where(PLANNED)
    .where('recheckAt', '>', now + LONGEST_MS)
    .execute();
}

/** When the next look is due. */
export async function nextRecheck(db: Database): Promise<number | undefined> {
  const row = await db
    .selectFrom('mention')
    .select('recheckAt')
    .where(PLANNED)
    .orderBy('recheckAt')
    .limit(1)
    .executeTakeFirst();
  return row?.recheckAt ?? undefined;
}
