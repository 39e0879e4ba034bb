import { type Kysely, sql } from 'kysely';
import { firstBacklinks } from './first-backlinks.ts';

/**
 * The ledger: what is known of each link that was ever seen, how that changed, and when its page is to be looked at again.
 * Rows of the ledger are narrow, for tables of a million of them are filtered and sorted.
 */
export async function ledger(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('backlink')
    .addColumn('mention', 'text', (c) => c.primaryKey().references('mention.id').onDelete('cascade'))
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('targetKey', 'text', (c) => c.notNull())
    .addColumn('domain', 'text', (c) => c.notNull())
    .addColumn('link', 'text', (c) => c.notNull())
    .addColumn('moderation', 'text', (c) => c.notNull())
    .addColumn('missingSince', 'bigint')
    .addColumn('outage', 'text', (c) => c.notNull())
    .addColumn('anchor', 'text', (c) => c.notNull())
    .addColumn('rel', 'text', (c) => c.notNull())
    .addColumn('followed', 'integer', (c) => c.notNull())
    .addColumn('place', 'text', (c) => c.notNull())
    .addColumn('links', 'integer', (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull())
    .addColumn('finalUrl', 'text', (c) => c.notNull())
    .addColumn('chain', 'text', (c) => c.notNull())
    .addColumn('canonical', 'text', (c) => c.notNull())
    .addColumn('noindex', 'text', (c) => c.notNull())
    .addColumn('robots', 'text', (c) => c.notNull())
    .addColumn('language', 'text', (c) => c.notNull())
    .addColumn('firstSeenAt', 'bigint', (c) => c.notNull())
    .addColumn('lastSeenAt', 'bigint', (c) => c.notNull())
    .addColumn('checkedAt', 'bigint', (c) => c.notNull())
    .addColumn('changedAt', 'bigint', (c) => c.notNull())
    .addColumn('entityTag', 'text', (c) => c.notNull())
    .addColumn('lastModified', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('linkChange')
    .addColumn('mention', 'text', (c) => c.notNull().references('mention.id').onDelete('cascade'))
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('domain', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('was', 'text', (c) => c.notNull())
    .addColumn('became', 'text', (c) => c.notNull())
    .addColumn('step', 'integer')
    .addPrimaryKeyConstraint('linkChangeKey', ['mention', 'place'])
    .execute();
  // Of charts, which count what happened on each day, and of what is new in the ledger.
  await db.schema.createIndex('linkChangeDay').on('linkChange').columns(['site', 'day', 'kind']).execute();
  await db.schema.createIndex('linkChangeAt').on('linkChange').columns(['site', 'at']).execute();
  await db.schema.alterTable('mention').addColumn('recheckAt', 'bigint').execute();
  await db.schema
    .alterTable('mention')
    .addColumn('looks', 'integer', (c) => c.notNull().defaultTo(0))
    .execute();
  // Partial, like the others: accepting a mention writes nothing to it.
  await db.schema
    .createIndex('mentionRecheck')
    .on('mention')
    .columns(['recheckAt'])
    .where(sql<boolean>`"recheckAt" is not null`)
    .execute();
  await firstBacklinks(db);
}
