import type { Kysely } from 'kysely';

/** How much each client sent, for when several processes take in. */
export async function clients(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('clientAccount')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('tokens', 'double precision', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('dayEnds', 'bigint', (c) => c.notNull())
    .addColumn('today', 'integer', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('clientAccountOver').on('clientAccount').columns(['dayEnds']).execute();
}
