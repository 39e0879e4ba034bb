import { sql } from 'kysely';
import type { TraceStep } from '../trace.ts';
import type { Database } from './schema.ts';

/** How a story began and how it stands matter; what a thousand repeats did in between does not. */
const KEPT_AT_EACH_END = 100;

/** Answers the place of the last step; `undefined` when there was none to append. */
export async function appendSteps(
  db: Database,
  subject: string,
  steps: readonly TraceStep[],
): Promise<number | undefined> {
  if (steps.length === 0) return undefined;
  const rows = await db
    .insertInto('traceStep')
    .values(
      steps.map(({ at, step, outcome, reason }, nth) => ({
        ...{ subject, place: nextPlace(subject, nth) },
        ...{ at, step, outcome, reason },
      })),
    )
    .returning('place')
    .execute();
  const place = Math.max(...rows.map((row) => row.place));
  if (place > 2 * KEPT_AT_EACH_END) {
    await db
      .deleteFrom('traceStep')
      .where('subject', '=', subject)
      .where('place', '>', KEPT_AT_EACH_END)
      .where('place', '<=', place - KEPT_AT_EACH_END)
      .execute();
  }
  return place;
}

/** In the statement itself: a second one for each step is what telling fifty hosts at once would wait for. */
function nextPlace(subject: string, nth: number) {
  return sql<number>`(SELECT coalesce(max("place"), 0) + ${1 + nth} FROM "traceStep" WHERE "subject" = ${subject})`;
}

/** Oldest first. */
export async function readSteps(db: Database, subject: string): Promise<readonly TraceStep[]> {
  const rows = await db
    .selectFrom('traceStep')
    .select(['at', 'step', 'outcome', 'reason'])
    .where('subject', '=', subject)
    .orderBy('place')
    .execute();
  return rows.map((row) => ({ ...row, step: row.step as TraceStep['step'] }));
}
