import type { Kysely } from 'kysely';

/** How often each victim was asked, so that a restart gives nobody a fresh budget. */
export async function budgets(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('visit')
    .addColumn('victim', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('ticket', 'bigint', (c) => c.notNull())
    .addColumn('openUntil', 'bigint', (c) => c.notNull())
    .addColumn('keepUntil', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('visitOnce', ['victim', 'at', 'ticket'])
    .execute();
  await db.schema.createIndex('visitOver').on('visit').columns(['keepUntil']).execute();
  await db.schema.createIndex('visitTicket').on('visit').columns(['ticket']).execute();
  await db.schema
    .createTable('pausedVictim')
    .addColumn('victim', 'text', (c) => c.primaryKey())
    .addColumn('until', 'bigint', (c) => c.notNull())
    .execute();
}
