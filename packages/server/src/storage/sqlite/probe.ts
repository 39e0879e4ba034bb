import { takeNumbers } from '../counter.ts';
import type { Database } from '../schema.ts';

const NAME = 'probe';
/** A notification writes a dozen pages of 4 KiB. */
const SIZE = 64 * 1024;

/**
 * Writes more than a notification does. On a full disk less may well succeed: a transaction that was broken off leaves
 * its room in the log, and a page or two still fit into it while every notification is turned away.
 */
export async function probe(db: Database): Promise<void> {
  // SQLite leaves pages alone that would be written as they are.
  const value = String((await takeNumbers(db, NAME)) % 10).repeat(SIZE);
  await db
    .insertInto('secret')
    .values({ name: NAME, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute();
}
