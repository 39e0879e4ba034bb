import { type RawBuilder, sql } from 'kysely';
import { sequenceOf } from './counter.ts';
import { SOONER_JOB, SOONER_LINE } from './enqueue-all.ts';
import type { Database } from './schema.ts';

interface Arrival {
  readonly id: string;
  readonly lookAt: number;
  readonly lookGroup: string;
  readonly site: string;
}

/**
 * The same as in `arrivals.ts`, for a database in which others write at the same time: which arrivals these are is settled
 * by locking them, those that somebody else is lining up are passed over, and one that comes meanwhile is not among them.
 */
export async function lineUpAtOnce(db: Database, now: number, limit: number): Promise<void> {
  const first = await takeDue(db, now, limit, sql`"lookAt", "id"`);
  const last = first.length < limit ? [] : await takeDue(db, now, limit, sql`"lookAt" DESC, "id" DESC`);
  const rows = [...first, ...last];
  if (rows.length === 0) return;
  // Lines first and in one order, as everybody who comes to the queue takes them.
  const lines = new Map<string, Arrival>();
  for (const row of rows)
    if (row.lookAt < (lines.get(row.lookGroup)?.lookAt ?? Infinity)) lines.set(row.lookGroup, row);
  const names = [...lines.keys()].sort();
  const starts = names.map((name) => lines.get(name)?.lookAt);
  const sites = names.map((name) => lines.get(name)?.site);
  await sql`
    INSERT INTO "jobGroup" ("kind", "name", "readyAt", "site")
    SELECT 'verify', line.* FROM unnest(${names}::text[], ${starts}::bigint[], ${sites}::text[]) AS line
    ${SOONER_LINE}`.execute(db);
  const jobs = rows.sort((one, other) => one.lookAt - other.lookAt || (one.id < other.id ? -1 : 1));
  await sql`
    INSERT INTO "job" ("id", "kind", "subject", "groupName", "startAfter", "site")
    SELECT nextval(${`"${sequenceOf('job')}"`}::regclass), 'verify', arrived.*
      FROM unnest(${jobs.map(({ id }) => id)}::text[], ${jobs.map(({ lookGroup }) => lookGroup)}::text[],
        ${jobs.map(({ lookAt }) => lookAt)}::bigint[], ${jobs.map(({ site }) => site)}::text[]) AS arrived
    ${SOONER_JOB}`.execute(db);
}

/** Those that nobody else is lining up, from one end; they are ours from here on. */
async function takeDue(db: Database, now: number, limit: number, order: RawBuilder<unknown>): Promise<Arrival[]> {
  const { rows } = await sql<Arrival>`
    WITH due AS (
      SELECT "id", "lookAt", "lookGroup" FROM "mention" WHERE "lookAt" IS NOT NULL AND "lookAt" <= ${now}
      ORDER BY ${order} LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE "mention" SET "lookAt" = NULL, "lookGroup" = NULL FROM due WHERE "mention"."id" = due."id"
    RETURNING due.*, "mention"."site"`.execute(db);
  return rows;
}
