import { type Kysely, sql } from 'kysely';
import type { MarkIndex } from '../mark-index.ts';
import { markAll } from '../mark-mention.ts';
import type { Database } from '../schema.ts';

/** What the desk finds mentions by, the passages that it shows, and what it can take back. */
export async function desk(db: Kysely<unknown>, marks: MarkIndex): Promise<void> {
  await db.schema.alterTable('mention').addColumn('place', 'bigint').execute();
  // Partial, like the others: accepting a mention writes nothing to it.
  await db.schema
    .createIndex('mentionPlace')
    .unique()
    .on('mention')
    .columns(['place'])
    .where(sql<boolean>`"place" is not null`)
    .execute();
  await db.schema
    .createIndex('mentionLost')
    .on('mention')
    .columns(['receivedAt', 'id'])
    .where(sql<boolean>`"link" = 'lost'`)
    .execute();
  // Mentions are deleted in several places, and one that is added must not leave its marks behind.
  await marks.create(db);
  await db.schema
    .createTable('mentionText')
    .addColumn('mention', 'text', (c) => c.primaryKey().references('mention.id').onDelete('cascade'))
    .addColumn('text', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('deskStep')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('rule', 'text')
    .addColumn('mentions', 'text', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('deskStepAt').on('deskStep').columns(['at']).execute();
  await markAll(db as Database, marks);
}
