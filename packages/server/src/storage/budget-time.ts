import type { Elapsed } from '../ports/index.ts';
import { lastNumber } from './counter.ts';
import type { Database } from './schema.ts';

/** Milliseconds that went by for budgets, and what `Elapsed` said when they were counted last. */
const COUNT = 'budget time';
const MEASURED = 'budget time measured at';

/** The moment on the store's own count. */
export async function momentOf(db: Database, elapsed: Elapsed): Promise<number> {
  return (await read(db, elapsed)).moment;
}

/** A measure that is smaller than the last one was begun anew with the machine. */
async function read(db: Database, elapsed: Elapsed) {
  const measured = Math.floor(elapsed.ms());
  const count = await lastNumber(db, COUNT);
  const last = await lastNumber(db, MEASURED);
  return { moment: count + Math.max(0, measured - (last === 0 ? measured : last)), measured };
}

/** The same, and counts on from there. Whoever comes at the same time waits until this transaction is over. */
export async function advance(db: Database, elapsed: Elapsed): Promise<number> {
  const { moment, measured } = await read(db, elapsed);
  for (const [name, value] of [
    [COUNT, moment],
    [MEASURED, measured],
  ] as const) {
    await db
      .insertInto('counter')
      .values({ name, value })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
      .execute();
  }
  return moment;
}
