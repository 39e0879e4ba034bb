import type { Kysely } from 'kysely';

/**
 * Each claim of a job has a number, which tells whose lease it is: times and attempts come again, and clocks are set back.
 * And in what company it was taken over.
 */
export async function leases(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('job')
    .addColumn('lease', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.alterTable('job').addColumn('takenOver', 'text').execute();
}
