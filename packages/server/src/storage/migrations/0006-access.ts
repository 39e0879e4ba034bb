import type { Kysely } from 'kysely';

/** Tokens for programs, the list of who did what, and links that let an owner back in. */
export async function access(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('apiToken')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('tokenHash', 'text', (c) => c.notNull().unique())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('scopes', 'text', (c) => c.notNull())
    .addColumn('site', 'text')
    .addColumn('maker', 'text')
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('lastUsedAt', 'bigint')
    .execute();
  await db.schema
    .createTable('audit')
    .addColumn('place', 'bigint', (c) => c.primaryKey())
    .addColumn('ring', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('by', 'text', (c) => c.notNull())
    .addColumn('address', 'text')
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('detail', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('auditRing').on('audit').columns(['ring', 'place']).execute();
  await db.schema.alterTable('setUp').addColumn('owner', 'text').execute();
  await db.schema.alterTable('setUp').addColumn('until', 'bigint').execute();
}
