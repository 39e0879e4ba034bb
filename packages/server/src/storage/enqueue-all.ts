import { sql } from 'kysely';
import type { NewRound } from '../job.ts';
import { slicesOf } from '../slices.ts';
import { drawNumbers } from './counter.ts';
import { noteDue } from './due.ts';
import { given } from './given.ts';
import type { Database } from './schema.ts';

/** A line that is there is ready at the earlier of the two times, unless one of its jobs runs. */
export const SOONER_LINE = sql`ON CONFLICT ("name", "kind") DO UPDATE SET "readyAt" = excluded."readyAt", "site" = excluded."site"
  WHERE "jobGroup"."leasedJob" IS NULL AND "jobGroup"."readyAt" > excluded."readyAt"`;

/** A job that is there, for somebody wanted it meanwhile, starts at the earlier of the two times, or once more when it runs. */
export const SOONER_JOB = sql`ON CONFLICT ("subject", "kind") DO UPDATE SET
  "startAfter" = CASE WHEN "job"."leasedUntil" IS NULL AND "job"."startAfter" > excluded."startAfter"
    THEN excluded."startAfter" ELSE "job"."startAfter" END,
  "againAt" = CASE WHEN "job"."leasedUntil" IS NOT NULL AND coalesce("job"."againAt", excluded."startAfter") >= excluded."startAfter"
    THEN excluded."startAfter" ELSE "job"."againAt" END`;

const LINE = { kind: 'text', name: 'text', readyAt: 'bigint', site: 'text' } as const;
const JOB = {
  id: 'bigint',
  kind: 'text',
  subject: 'text',
  groupName: 'text',
  startAfter: 'bigint',
  site: 'text',
} as const;

/** In one transaction, as `enqueue` does it for each. */
export async function enqueueAll(db: Database, jobs: readonly NewRound[]): Promise<void> {
  noteDue(db);
  // Lines first and in one order, as everybody who comes to the queue takes them.
  const sorted = jobs.toSorted((one, other) => (one.group < other.group ? -1 : 1));
  for (const some of slicesOf(sorted)) {
    const lines = some.map(({ kind, group: name, startAfter: readyAt, site = '' }) => ({ kind, name, readyAt, site }));
    await sql`INSERT INTO "jobGroup" (${namesOf(LINE)}) ${given(db, LINE, lines)} ${SOONER_LINE}`.execute(db);
    const ids = await drawNumbers(db, 'job', some.length);
    const rows = some.map(({ kind, subject, group: groupName, startAfter, site = '' }, nth) => {
      return { id: ids[nth], kind, subject, groupName, startAfter, site };
    });
    await sql`INSERT INTO "job" (${namesOf(JOB)}) ${given(db, JOB, rows)} ${SOONER_JOB}`.execute(db);
  }
}

function namesOf(columns: object) {
  return sql.join(Object.keys(columns).map((name) => sql.ref(name)));
}
