import type { Kysely } from 'kysely';

/** What was brought from another place and waits to be looked at, how far each place was read, and who is not to return. */
export async function moving(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('mention').addColumn('broughtAs', 'text').execute();
  await db.schema
    .createTable('brought')
    .addColumn('mention', 'text', (c) => c.primaryKey())
    .addColumn('format', 'text', (c) => c.notNull())
    .addColumn('foreignId', 'text', (c) => c.notNull())
    .addColumn('groupName', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('broughtStage').on('brought').columns(['stage', 'groupName']).execute();
  await db.schema
    .createTable('importMark')
    .addColumn('place', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('suppression')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('hash', 'text', (c) => c.notNull().unique())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('wish', 'text', (c) => c.notNull())
    .addColumn('mentions', 'integer', (c) => c.notNull())
    .addColumn('deliveries', 'integer', (c) => c.notNull())
    .addColumn('refusals', 'integer', (c) => c.notNull())
    .execute();
}
