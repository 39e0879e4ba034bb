import { type Kysely, sql } from 'kysely';
import { markAll } from '../mark-mention.ts';
import type { Database } from '../schema.ts';
import { sqliteMarks } from '../sqlite/mark-index.ts';

/** What the desk finds mentions by, the passages that it shows, and what it can take back. */
export async function desk(db: Kysely<unknown>): Promise<void> {
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
  await sql`CREATE VIRTUAL TABLE "mentionMark"
    USING fts5(marks, content = '', contentless_delete = 1, detail = none, tokenize = ascii)`.execute(db);
  // Mentions are deleted in several places, and one that is added must not leave its marks behind.
  await sql`CREATE TRIGGER "mentionUnmarked" AFTER DELETE ON "mention" WHEN old."place" IS NOT NULL
    BEGIN DELETE FROM "mentionMark" WHERE rowid = -old."place"; END`.execute(db);
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
  await markAll(db as Database, sqliteMarks);
}
