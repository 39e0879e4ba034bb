import { sql } from 'kysely';
import { lineUpAtOnce } from './arrivals-at-once.ts';
import { takeNumbers } from './counter.ts';
import { SOONER_JOB, SOONER_LINE } from './enqueue-all.ts';
import { isShared } from './locks.ts';
import type { Database } from './schema.ts';

// A mention that arrives is its own job: `lookAt` says from when on it may be looked at, `lookGroup` in whose line. Only
// when there is room to work on it does it get a row in the queue.

/** Arrivals that are lined up in one go from either end, and what came in the same millisecond as the last of them. */
const MOST_LINED_UP = 100;

// As a literal: an index over a part of the rows serves only a query that says so in its text.
const ARRIVED = sql<boolean>`"lookAt" is not null`;

/**
 * Puts the arrivals that are due into the queue, in the lines of their groups; `db` must be a transaction. Of many those
 * that came last go too: a flood of one site must not hold up what comes for another.
 */
export async function lineUpArrived(db: Database, now: number): Promise<void> {
  if (isShared(db)) return lineUpAtOnce(db, now, MOST_LINED_UP);
  const until = (await dueAt(db, now, 'asc')) ?? now;
  await lineUpBetween(db, { from: 0, until });
  if (until >= now) return;
  const from = await dueAt(db, now, 'desc');
  await lineUpBetween(db, { from: from ?? 0, until: now });
}

interface Span {
  readonly from: number;
  readonly until: number;
}

async function lineUpBetween(db: Database, span: Span): Promise<void> {
  const { count } = await within(db, span)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  if (Number(count) === 0) return;
  await fillQueue(db, span, await takeNumbers(db, 'job', Number(count)));
  await fillLines(db, span);
  await db
    .updateTable('mention')
    .set({ lookAt: null, lookGroup: null })
    .where(ARRIVED)
    .where('lookAt', '>=', span.from)
    .where('lookAt', '<=', span.until)
    .execute();
}

/** Takes back the arrival of one mention, for which there is going to be a job; answers when it was due. */
export async function takeArrival(db: Database, mention: string): Promise<number | undefined> {
  const row = await db.selectFrom('mention').select('lookAt').where('id', '=', mention).executeTakeFirst();
  if (row?.lookAt == null) return undefined;
  await db.updateTable('mention').set({ lookAt: null, lookGroup: null }).where('id', '=', mention).execute();
  return row.lookAt;
}

export async function countArrivals(db: Database): Promise<number> {
  const { n } = await arrivals(db)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** What is due after `far` was put there by a clock that went wrong. */
export async function endStrayArrivals(db: Database, now: number, far: number): Promise<void> {
  await db.updateTable('mention').set({ lookAt: now }).where(ARRIVED).where('lookAt', '>', far).execute();
}

export function arrivals(db: Database) {
  return db.selectFrom('mention').where(ARRIVED);
}

function within(db: Database, { from, until }: Span) {
  return arrivals(db).where('lookAt', '>=', from).where('lookAt', '<=', until);
}

/** When the last of the first that are due is due, or the first of the last; `undefined` when there are fewer. */
async function dueAt(db: Database, now: number, direction: 'asc' | 'desc'): Promise<number | undefined> {
  const row = await arrivals(db)
    .select('lookAt')
    .where('lookAt', '<=', now)
    .orderBy('lookAt', direction)
    .limit(1)
    .offset(MOST_LINED_UP - 1)
    .executeTakeFirst();
  return row?.lookAt ?? undefined;
}

/** A job that is there already, for the owner wanted a look meanwhile, starts at the earlier of the two times. */
async function fillQueue(db: Database, { from, until }: Span, first: number): Promise<void> {
  await sql`
    INSERT INTO "job" ("id", "kind", "subject", "groupName", "site", "startAfter")
    SELECT ${first} - 1 + row_number() OVER (ORDER BY "lookAt", "id"), 'verify', "id", "lookGroup", "site", "lookAt"
      FROM "mention" WHERE "lookAt" IS NOT NULL AND "lookAt" >= ${from} AND "lookAt" <= ${until}
    ${SOONER_JOB}`.execute(db);
}

async function fillLines(db: Database, { from, until }: Span): Promise<void> {
  await sql`
    INSERT INTO "jobGroup" ("kind", "name", "readyAt", "site")
    SELECT 'verify', "lookGroup", min("lookAt"), min("site")
      FROM "mention" WHERE "lookAt" IS NOT NULL AND "lookAt" >= ${from} AND "lookAt" <= ${until} GROUP BY "lookGroup"
    ${SOONER_LINE}`.execute(db);
}
