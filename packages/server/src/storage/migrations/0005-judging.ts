import { type Kysely, sql } from 'kysely';
import { isShared } from '../locks.ts';
import type { Database } from '../schema.ts';

/** What judging needs: sketches of texts, subscribed block lists, and what is left of mentions that were forgotten. */
export async function judging(db: Kysely<unknown>): Promise<void> {
  await mentions(db);
  await texts(db);
  await blockLists(db);
  await db.schema
    .createTable('forgotten')
    .addColumn('hash', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('forgottenAt').on('forgotten').columns(['at']).execute();
}

/** Who announced it, until it is judged, and the rule that decided. */
async function mentions(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('mention').addColumn('sender', 'text').execute();
  await db.schema.alterTable('mention').addColumn('ruledBy', 'text').execute();
  // Partial: few are decided by a rule, and accepting a mention writes nothing to it.
  await db.schema
    .createIndex('mentionRuled')
    .on('mention')
    .columns(['ruledBy'])
    .where(sql<boolean>`"ruledBy" is not null`)
    .execute();
}

async function texts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('textSketch')
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('domain', 'text', (c) => c.notNull())
    .addColumn('hashes', 'text', (c) => c.notNull())
    .addColumn('keys', 'text', (c) => c.notNull())
    .addColumn('size', 'integer', (c) => c.notNull())
    .addColumn('topics', 'text', (c) => c.notNull())
    .addColumn('place', 'bigint', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('textSketchOnce', ['site', 'subject'])
    .execute();
  await db.schema.createIndex('textSketchPlace').on('textSketch').columns(['place']).execute();
  const keys = db.schema
    .createTable('textKey')
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('key', 'bigint', (c) => c.notNull())
    .addColumn('domain', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('textKeyOnce', ['site', 'key', 'domain', 'subject']);
  // A text has sixteen of them, all over the index: the rows beside it would be written once more. There is no index by
  // subject, for SQLite would go through all keys of a site in its order to count those that a text shares.
  await (isShared(db as Database) ? keys : keys.modifyEnd(sql`without rowid`)).execute();
}

async function blockLists(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('blockList')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('address', 'text', (c) => c.notNull().unique())
    .addColumn('addedAt', 'bigint', (c) => c.notNull())
    .addColumn('checkedAt', 'bigint')
    .addColumn('changedAt', 'bigint')
    .addColumn('entityTag', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('lastModified', 'text', (c) => c.notNull().defaultTo(''))
    .addColumn('entries', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('skipped', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('problem', 'text', (c) => c.notNull().defaultTo(''))
    .execute();
  await db.schema
    .createTable('blockEntry')
    .addColumn('domain', 'text', (c) => c.notNull())
    .addColumn('list', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('blockEntryOnce', ['domain', 'list'])
    .execute();
  await db.schema.createIndex('blockEntryList').on('blockEntry').columns(['list']).execute();
}
