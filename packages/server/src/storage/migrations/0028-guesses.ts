import type { Kysely } from 'kysely';

/** How often passwords were tried, for when several processes let people in. */
export async function guesses(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('guess')
    .addColumn('ticket', 'bigint', (c) => c.primaryKey())
    .addColumn('who', 'text', (c) => c.notNull())
    .addColumn('block', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('guessAt').on('guess').columns(['who', 'at']).execute();
  await db.schema.createIndex('guessFrom').on('guess').columns(['block', 'at']).execute();
  await db.schema.createIndex('guessOver').on('guess').columns(['until']).execute();
}
