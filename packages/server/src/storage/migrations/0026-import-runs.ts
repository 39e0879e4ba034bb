import type { Kysely } from 'kysely';

/** Files that were given to the server to be read. */
export async function importRuns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('importRun')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('size', 'bigint', (c) => c.notNull())
    .addColumn('begunAt', 'bigint', (c) => c.notNull())
    .addColumn('how', 'text', (c) => c.notNull())
    .addColumn('done', 'bigint', (c) => c.notNull())
    .addColumn('heldUntil', 'bigint', (c) => c.notNull())
    .addColumn('counts', 'text', (c) => c.notNull())
    .addColumn('skips', 'integer', (c) => c.notNull())
    .addColumn('endedAt', 'bigint')
    .addColumn('problem', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('importRunBegun').on('importRun').columns(['begunAt', 'id']).execute();
  await db.schema
    .createTable('importSkip')
    .addColumn('run', 'text', (c) => c.notNull())
    .addColumn('n', 'integer', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('why', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('importSkipKey', ['run', 'n'])
    .execute();
}
