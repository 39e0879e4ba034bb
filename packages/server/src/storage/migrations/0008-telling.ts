import type { Kysely } from 'kysely';

/** What is kept of each telling, whom not to tell, and until when hosts are closed and since when. */
export async function telling(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('delivery').addColumn('software', 'text').execute();
  await db.schema.alterTable('delivery').addColumn('callback', 'text').execute();
  await db.schema.createIndex('deliveryTarget').on('delivery').columns(['target']).execute();
  await db.schema
    .createTable('exchange')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('request', 'text', (c) => c.notNull())
    .addColumn('reply', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('exchangeOnce', ['subject', 'place'])
    .execute();
  await db.schema
    .createTable('dontTell')
    .addColumn('entry', 'text', (c) => c.primaryKey())
    .addColumn('addedAt', 'bigint', (c) => c.notNull())
    .execute();
  await turns(db);
}

/** What is closed is closed for half a minute as a rule, so none of it is carried over. */
async function turns(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('turn').execute();
  await db.schema
    .createTable('turn')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('takenAt', 'bigint', (c) => c.notNull())
    .addColumn('freeAt', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('turnFree').on('turn').columns(['freeAt']).execute();
}
