import { type Kysely, sql } from 'kysely';

/** Version 1: everything of the first release. A migration that was released is never edited. */
export async function first(db: Kysely<unknown>): Promise<void> {
  await mentions(db);
  await queue(db);
  await deliveries(db);
  await sites(db);
  await owners(db);
}

async function mentions(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('counter')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('mention')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('sourceKey', 'text', (c) => c.notNull())
    .addColumn('targetKey', 'text', (c) => c.notNull())
    .addColumn('protocols', 'text', (c) => c.notNull())
    .addColumn('link', 'text', (c) => c.notNull().defaultTo('unverified'))
    .addColumn('moderation', 'text', (c) => c.notNull().defaultTo('pending'))
    .addColumn('receivedAt', 'bigint', (c) => c.notNull())
    .addColumn('lastReceivedAt', 'bigint', (c) => c.notNull())
    .addColumn('repeats', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('checkedAt', 'bigint')
    .addColumn('firstSeenAt', 'bigint')
    .addColumn('lastSeenAt', 'bigint')
    .addColumn('missingSince', 'bigint')
    .addColumn('publicId', 'bigint')
    .addColumn('publicAt', 'bigint')
    .addColumn('level', 'text')
    .addColumn('links', 'text', (c) => c.notNull().defaultTo('[]'))
    .addColumn('entry', 'text')
    .addColumn('facts', 'text')
    .addColumn('reasons', 'text', (c) => c.notNull().defaultTo('[]'))
    .addColumn('isPublic', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('kind', 'text', (c) => c.notNull().defaultTo('mention'))
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .addColumn('publishedAt', 'bigint')
    .addColumn('lookAt', 'bigint')
    .addColumn('lookGroup', 'text')
    // The page comes first, so that the rule of one mention a pair also finds everything about a page.
    .addUniqueConstraint('mentionPair', ['targetKey', 'sourceKey', 'site'])
    .execute();
  // A hundred thousand pages that never had the link stand as pending for ever: the inbox must not wade through them.
  await db.schema
    .createIndex('mentionListed')
    .on('mention')
    .columns(['moderation', 'receivedAt', 'id'])
    .where(sql<boolean>`"link" != 'absent'`)
    .execute();
  await db.schema.createIndex('mentionRecent').on('mention').columns(['receivedAt', 'id']).execute();
  // The desk shows the tally on every page: counted off the rows, a million mentions would stop the process for a second.
  await db.schema.createIndex('mentionTally').on('mention').columns(['site', 'moderation', 'link']).execute();
  // What strangers send, many at a time, is its own job until there is room to work on it: a row of the queue for each
  // would cost the intake a third more. This index grows at its end.
  await db.schema
    .createIndex('mentionArrived')
    .on('mention')
    .columns(['lookAt', 'id'])
    .where(sql<boolean>`"lookAt" is not null`)
    .execute();
  // Partial indexes: what is not public, nearly all that strangers send, costs them nothing.
  await db.schema
    .createIndex('mentionOfPage')
    .on('mention')
    .columns(['targetKey', 'publicId'])
    .where(sql<boolean>`"isPublic" = 1`)
    .execute();
  await db.schema
    .createIndex('mentionOfSite')
    .on('mention')
    .columns(['site', 'publicId'])
    .where(sql<boolean>`"isPublic" = 1`)
    .execute();
  await db.schema
    .createTable('refusal')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('place', 'bigint', (c) => c.notNull())
    .addColumn('protocol', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('repeats', 'integer', (c) => c.notNull())
    .addUniqueConstraint('refusalOnce', ['source', 'target', 'site', 'protocol', 'reason'])
    .addUniqueConstraint('refusalRing', ['site', 'place'])
    .execute();
  await db.schema.createIndex('refusalRecent').on('refusal').columns(['at', 'id']).execute();
  await db.schema
    .createTable('traceStep')
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('place', 'integer', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('step', 'text', (c) => c.notNull())
    .addColumn('outcome', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('traceStepPlace', ['subject', 'place'])
    .execute();
}

async function queue(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('id', 'bigint', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('groupName', 'text', (c) => c.notNull())
    .addColumn('startAfter', 'bigint', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('leasedUntil', 'bigint')
    .addColumn('lostLeases', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('againAt', 'bigint')
    .addPrimaryKeyConstraint('jobOnce', ['subject', 'kind'])
    .execute();
  await db.schema.createIndex('jobLine').on('job').columns(['groupName', 'kind', 'startAfter', 'id']).execute();
  await db.schema
    .createTable('jobGroup')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('readyAt', 'bigint', (c) => c.notNull())
    .addColumn('leasedJob', 'text')
    .addPrimaryKeyConstraint('jobGroupOnce', ['name', 'kind'])
    .execute();
  await db.schema.createIndex('jobGroupReady').on('jobGroup').columns(['kind', 'readyAt']).execute();
  await db.schema
    .createIndex('jobGroupLeased')
    .on('jobGroup')
    .columns(['readyAt'])
    .where(sql<boolean>`"leasedJob" is not null`)
    .execute();
  await db.schema
    .createTable('deadJob')
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('subject', 'text', (c) => c.notNull())
    .addColumn('groupName', 'text', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('deadJobOnce', ['subject', 'kind'])
    .execute();
}

async function deliveries(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('delivery')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('place', 'bigint', (c) => c.notNull())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('protocol', 'text')
    .addColumn('endpoint', 'text')
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('fault', 'integer')
    .addColumn('httpStatus', 'integer')
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('lenient', 'integer', (c) => c.notNull())
    .addColumn('attempts', 'integer', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('updatedAt', 'bigint', (c) => c.notNull())
    .addUniqueConstraint('deliveryPair', ['source', 'target'])
    .addUniqueConstraint('deliveryPlace', ['place'])
    .execute();
  await db.schema.createIndex('deliveryListed').on('delivery').columns(['status', 'place']).execute();
  await db.schema
    .createTable('post')
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('firstSeenAt', 'bigint', (c) => c.notNull())
    .addColumn('sentAt', 'bigint')
    .addPrimaryKeyConstraint('postOnce', ['site', 'url'])
    .execute();
  await db.schema
    .createTable('turn')
    .addColumn('host', 'text', (c) => c.primaryKey())
    .addColumn('freeAt', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('turnFree').on('turn').columns(['freeAt']).execute();
}

async function sites(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('site')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('feed', 'text')
    .addColumn('sitemap', 'text')
    .addColumn('receive', 'integer', (c) => c.notNull())
    .addColumn('send', 'integer', (c) => c.notNull())
    .addColumn('announce', 'integer', (c) => c.notNull())
    .addColumn('deskReceive', 'integer')
    .addColumn('deskSend', 'integer')
    .addColumn('deskAnnounce', 'integer')
    .execute();
  await db.schema
    .createTable('ownPage')
    .addColumn('site', 'text', (c) => c.notNull().references('site.id').onDelete('cascade'))
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('gone', 'integer', (c) => c.notNull().defaultTo(0))
    .addColumn('receive', 'integer')
    .addColumn('send', 'integer')
    .addPrimaryKeyConstraint('ownPageOnce', ['site', 'key'])
    .execute();
  await db.schema
    .createTable('rule')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('action', 'text', (c) => c.notNull())
    .addColumn('scope', 'text', (c) => c.notNull())
    .addColumn('value', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('ruleOfSite').on('rule').columns(['site', 'createdAt']).execute();
}

async function owners(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('owner')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('name', 'text', (c) => c.notNull().unique())
    .addColumn('passwordHash', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('tokenHash', 'text', (c) => c.primaryKey())
    .addColumn('owner', 'text', (c) => c.notNull().references('owner.id').onDelete('cascade'))
    .addColumn('csrf', 'text', (c) => c.notNull())
    .addColumn('createdAt', 'bigint', (c) => c.notNull())
    .addColumn('seenAt', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('setUp')
    .addColumn('secretHash', 'text', (c) => c.primaryKey())
    .execute();
  await db.schema
    .createTable('secret')
    .addColumn('name', 'text', (c) => c.primaryKey())
    .addColumn('value', 'text', (c) => c.notNull())
    .execute();
}
