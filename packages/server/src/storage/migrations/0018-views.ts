import type { Kysely } from 'kysely';

/** What the table of backlinks is made of beside the mentions: visits, sums, and the filters that people keep. */
export async function views(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('traffic')
    .addColumn('mention', 'text', (c) => c.notNull().references('mention.id').onDelete('cascade'))
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('targetKey', 'text', (c) => c.notNull())
    .addColumn('domain', 'text', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('trafficOnce', ['mention', 'day'])
    .execute();
  await db.schema.createIndex('trafficDay').on('traffic').columns(['site', 'day']).execute();
}
