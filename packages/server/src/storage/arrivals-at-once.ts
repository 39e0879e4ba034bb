import { sql } from 'kysely';
import { sequenceOf } from './counter.ts';
import type { Database } from './schema.ts';

interface Arrival {
  readonly id: string;
  readonly lookAt: number;
  readonly lookGroup: string;
}

/**
 * The same as in `arrivals.ts`, for a database in which others write at the same time: which arrivals these are is settled
 * by locking them, those that somebody else is lining up are passed over, and one that comes meanwhile is not among them.
 */
export async function lineUpAtOnce(db: Database, now: number, limit: number): Promise<void> {
  const { rows } = await sql<Arrival>`
    WITH due AS (
      SELECT "id", "lookAt", "lookGroup" FROM "mention" WHERE "lookAt" IS NOT NULL AND "lookAt" <= ${now}
      ORDER BY "lookAt", "id" LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    UPDATE "mention" SET "lookAt" = NULL, "lookGroup" = NULL FROM due WHERE "mention"."id" = due."id"
    RETURNING due."id", due."lookAt", due."lookGroup"`.execute(db);
  if (rows.length === 0) return;
  // Lines first and in one order, as everybody who comes to the queue takes them.
  const lines = new Map<string, number>();
  for (const { lookGroup, lookAt } of rows) lines.set(lookGroup, Math.min(lookAt, lines.get(lookGroup) ?? lookAt));
  const names = [...lines.keys()].sort();
  const starts = names.map((name) => lines.get(name));
  await sql`
    INSERT INTO "jobGroup" ("kind", "name", "readyAt")
    SELECT 'verify', line."name", line."readyAt" FROM unnest(${names}::text[], ${starts}::bigint[]) AS line("name", "readyAt")
    ON CONFLICT ("name", "kind") DO UPDATE SET "readyAt" = excluded."readyAt"
      WHERE "jobGroup"."leasedJob" IS NULL AND "jobGroup"."readyAt" > excluded."readyAt"`.execute(db);
  const jobs = rows.sort((one, other) => one.lookAt - other.lookAt || (one.id < other.id ? -1 : 1));
  await sql`
    INSERT INTO "job" ("id", "kind", "subject", "groupName", "startAfter")
    SELECT nextval(${`"${sequenceOf('job')}"`}::regclass), 'verify', "subject", "groupName", "startAfter"
      FROM unnest(${jobs.map(({ id }) => id)}::text[], ${jobs.map(({ lookGroup }) => lookGroup)}::text[],
        ${jobs.map(({ lookAt }) => lookAt)}::bigint[]) AS arrived("subject", "groupName", "startAfter")
    ON CONFLICT ("subject", "kind") DO UPDATE SET
      "startAfter" = CASE WHEN "job"."leasedUntil" IS NULL AND "job"."startAfter" > excluded."startAfter"
        THEN excluded."startAfter" ELSE "job"."startAfter" END,
      "againAt" = CASE WHEN "job"."leasedUntil" IS NOT NULL AND coalesce("job"."againAt", excluded."startAfter") >= excluded."startAfter"
        THEN excluded."startAfter" ELSE "job"."againAt" END`.execute(db);
}
