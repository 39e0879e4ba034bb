import type { Kysely } from 'kysely';

/** Up to when the links of each site were reported, and an index for what happened to the links of all sites together. */
export async function reports(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report')
    .addColumn('site', 'text', (c) => c.primaryKey())
    .addColumn('every', 'text', (c) => c.notNull())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('linkChangeMoment').on('linkChange').columns(['at']).execute();
}
