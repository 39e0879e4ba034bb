import type { Elapsed } from '../ports/index.ts';
import { lastNumber } from './counter.ts';
import type { Database } from './schema.ts';

/** Milliseconds that went by for budgets. It never goes back. */
const COUNT = 'budget time';
/** What has to be added to the measure of a machine to have that count: each has a measure of its own. */
const OFFSET = 'budget time of';
/** A count that is behind by less is not written: all that come in would wait for each other to write it. */
const COARSE_MS = 100;

const offsetName = ({ machine }: Elapsed): string => `${OFFSET} ${machine ?? 'this machine'}`;

async function read(db: Database, elapsed: Elapsed) {
  const measured = Math.floor(elapsed.ms());
  const count = await lastNumber(db, COUNT);
  const row = await db.selectFrom('counter').select('value').where('name', '=', offsetName(elapsed)).executeTakeFirst();
  const byMeasure = row === undefined ? count : measured + row.value;
  // Behind the count: this machine was started anew, or another one has counted on meanwhile.
  const moment = Math.max(count, byMeasure);
  return { count, moment, offset: moment - measured, known: row?.value };
}

/**
 * The moment on the store's own count. Every machine adds what it measured itself since it first looked at the count, so
 * that the count never runs faster than time: the measures of two machines say nothing about each other.
 */
export async function momentOf(db: Database, elapsed: Elapsed): Promise<number> {
  return (await read(db, elapsed)).moment;
}

/** The same, and the others go on from there. */
export async function advance(db: Database, elapsed: Elapsed): Promise<number> {
  const { count, moment, offset, known } = await read(db, elapsed);
  const name = offsetName(elapsed);
  if (known !== offset) await write(db, name, offset);
  if (count === 0 || moment - count >= COARSE_MS) await write(db, COUNT, moment);
  return moment;
}

async function write(db: Database, name: string, value: number): Promise<void> {
  await db
    .insertInto('counter')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }).where('counter.value', '<', value))
    .execute();
}
