import type { Kysely } from 'kysely';
import type { MarkIndex } from '../mark-index.ts';
import type { Database } from '../schema.ts';
import { firstSums } from './first-sums.ts';

/** What the table of backlinks is made of beside the mentions: visits, sums, and the filters that people keep. */
export async function views(db: Kysely<unknown>, marks: MarkIndex): Promise<void> {
  await db.schema
    .createTable('traffic')
    .addColumn('mention', 'text', (c) => c.notNull().references('mention.id').onDelete('cascade'))
    .addColumn('day', 'bigint', (c) => c.notNull())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('targetKey', 'text', (c) => c.notNull())
    .addColumn('domain', 'text', (c) => c.notNull())
    .addColumn('count', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('trafficOnce', ['mention', 'day'])
    .execute();
  await db.schema.createIndex('trafficDay').on('traffic').columns(['site', 'day']).execute();
  // With all that sums of days ask for, so that none of the rows is read.
  for (const [name, column] of [
    ['trafficOfPage', 'targetKey'],
    ['trafficOfDomain', 'domain'],
  ] as const)
    await db.schema.createIndex(name).on('traffic').columns([column, 'day', 'site', 'count']).execute();
  await linkSums(db);
  await db.schema
    .createTable('savedView')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('owner', 'text', (c) => c.notNull().references('owner.id').onDelete('cascade'))
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('query', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('savedViewOf').on('savedView').columns(['owner', 'site', 'name']).execute();
  await firstSums(db as Database, marks);
}

async function linkSums(db: Kysely<unknown>): Promise<void> {
  const numbers = ['links', 'live', 'lost', 'followed', 'told'] as const;
  const times = ['firstAt', 'lastAt', 'toldFirstAt', 'toldLastAt'] as const;
  let table = db.schema
    .createTable('linkSum')
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('what', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull());
  for (const name of numbers) table = table.addColumn(name, 'bigint', (c) => c.notNull());
  for (const name of times) table = table.addColumn(name, 'bigint', (c) => c.notNull());
  await table.addPrimaryKeyConstraint('linkSumOnce', ['site', 'what', 'key']).execute();
  for (const by of ['live', 'told'] as const) {
    // Of one site, and of all of them.
    await db.schema.createIndex(`linkSum_${by}OfSite`).on('linkSum').columns(['what', 'site', by, 'key']).execute();
    await db.schema.createIndex(`linkSum_${by}`).on('linkSum').columns(['what', by, 'key', 'site']).execute();
  }
}
