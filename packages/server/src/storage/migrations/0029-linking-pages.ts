import type { Kysely } from 'kysely';

/** Pages that are said to link here, to be searched for links; and visits by links that nobody has looked at yet. */
export async function linkingPages(db: Kysely<unknown>): Promise<void> {
  await awaitedVisits(db);
  await db.schema
    .createTable('linkingPage')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('format', 'text', (c) => c.notNull())
    .addColumn('groupName', 'text', (c) => c.notNull())
    .addColumn('stage', 'text', (c) => c.notNull())
    .addColumn('askedAt', 'bigint')
    .addColumn('lookedAt', 'bigint')
    .addColumn('links', 'integer', (c) => c.notNull())
    .addColumn('fresh', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('linkingPageStage').on('linkingPage').columns(['stage', 'groupName']).execute();
  await db.schema.createIndex('linkingPageLooked').on('linkingPage').columns(['lookedAt', 'id']).execute();
}

async function awaitedVisits(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('awaitedVisit')
    .addColumn('mention', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('count', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('awaitedVisitKey', ['mention', 'day'])
    .execute();
}
