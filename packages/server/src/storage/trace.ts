import type { TraceStep } from '../trace.ts';
import type { Database } from './schema.ts';

/** How a story began and how it stands matter; what a thousand repeats did in between does not. */
const KEPT_AT_EACH_END = 100;

export async function appendSteps(db: Database, subject: string, steps: readonly TraceStep[]): Promise<void> {
  if (steps.length === 0) return;
  const row = await db
    .selectFrom('traceStep')
    .select('place')
    .where('subject', '=', subject)
    .orderBy('place', 'desc')
    .limit(1)
    .executeTakeFirst();
  let place = row?.place ?? 0;
  for (const { at, step, outcome, reason } of steps) {
    place += 1;
    await db.insertInto('traceStep').values({ subject, place, at, step, outcome, reason }).execute();
  }
  if (place > 2 * KEPT_AT_EACH_END) {
    await db
      .deleteFrom('traceStep')
      .where('subject', '=', subject)
      .where('place', '>', KEPT_AT_EACH_END)
      .where('place', '<=', place - KEPT_AT_EACH_END)
      .execute();
  }
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
