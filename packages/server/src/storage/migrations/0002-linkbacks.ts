import { type Kysely, sql } from 'kysely';

/** What several protocols need beside the first: referring origins, mentions that turn out to be one, edited posts. */
export async function linkbacks(db: Kysely<unknown>): Promise<void> {
  await origins(db);
  await joinedMentions(db);
  await editedPosts(db);
  await knownSources(db);
}

/** Who is known to readers, for sites that want strangers to be vouched for. */
async function knownSources(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('mentionOfSource')
    .on('mention')
    .columns(['site', 'sourceKey'])
    .where(sql<boolean>`"isPublic" = 1`)
    .execute();
}

/** What was told of a post beside its address, and of which state of it each target knows. */
async function editedPosts(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('post').addColumn('title', 'text').execute();
  await db.schema.alterTable('post').addColumn('excerpt', 'text').execute();
  await db.schema.alterTable('delivery').addColumn('version', 'text').execute();
}

async function origins(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('origin')
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('origin', 'text', (c) => c.notNull())
    .addColumn('place', 'bigint', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('salt', 'text', (c) => c.notNull())
    .addColumn('visitors', 'text', (c) => c.notNull())
    .addColumn('targets', 'text', (c) => c.notNull())
    .addColumn('countedAt', 'bigint', (c) => c.notNull())
    .addColumn('askedAt', 'bigint')
    .addPrimaryKeyConstraint('originOnce', ['site', 'origin'])
    .addUniqueConstraint('originRing', ['site', 'place'])
    .execute();
  await db.schema.createIndex('originCounted').on('origin').columns(['countedAt']).execute();
}

async function joinedMentions(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('mention').addColumn('finalKey', 'text').execute();
  // Partial, like the others: accepting a mention writes nothing to it.
  await db.schema
    .createIndex('mentionRead')
    .on('mention')
    .columns(['targetKey', 'finalKey'])
    .where(sql<boolean>`"finalKey" is not null`)
    .execute();
  await db.schema
    .createTable('joinedMention')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('stays', 'text', (c) => c.notNull())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('targetKey', 'text', (c) => c.notNull())
    .addColumn('sourceKey', 'text', (c) => c.notNull())
    .addColumn('joinedAt', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex('joinedMentionPair')
    .on('joinedMention')
    .columns(['targetKey', 'sourceKey', 'site', 'joinedAt'])
    .execute();
  await db.schema.createIndex('joinedMentionStays').on('joinedMention').columns(['stays']).execute();
}
