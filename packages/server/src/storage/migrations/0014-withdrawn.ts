import { type Kysely, sql } from 'kysely';

interface Rsvps {
  readonly mention: { readonly id: string; readonly kind: string; readonly entry: string | null; rsvp: string | null };
}

/**
 * What readers saw and do not see any more, so that copies of it can be taken down; what an invitation is answered with as a
 * column, to be counted and sorted by; and whom to tell that a site is to be built anew.
 */
export async function withdrawn(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('tombstone')
    .addColumn('publicId', 'bigint', (c) => c.primaryKey())
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('target', 'text', (c) => c.notNull())
    .addColumn('targetKey', 'text', (c) => c.notNull())
    .addColumn('deletedAt', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('tombstoneOfSite').on('tombstone').columns(['site', 'deletedAt']).execute();
  await db.schema.createIndex('tombstoneOfPage').on('tombstone').columns(['targetKey', 'deletedAt']).execute();
  // What was withdrawn before this version has its number still; when, is not known better than by its last change.
  await sql`INSERT INTO "tombstone" ("publicId", "site", "source", "target", "targetKey", "deletedAt")
    SELECT "publicId", "site", "source", "target", "targetKey", "updatedAt" FROM "mention"
    WHERE "publicId" IS NOT NULL AND "isPublic" = 0`.execute(db);
  await sql`INSERT INTO "counter" ("name", "value") SELECT 'deletedAt', max("deletedAt") FROM "tombstone" HAVING count(*) > 0`.execute(
    db,
  );
  await sql`INSERT INTO "counter" ("name", "value") SELECT 'publicAt', max("publicAt") FROM "mention" HAVING count("publicAt") > 0`.execute(
    db,
  );
  await sql`CREATE INDEX "mentionChanged" ON "mention" ("site", "updatedAt", "publicId") WHERE "isPublic" = 1`.execute(
    db,
  );
  await rsvps(db as Kysely<Rsvps>);
  for (const name of ['buildHook', 'deskBuildHook', 'buildSaid'])
    await db.schema.alterTable('site').addColumn(name, 'text').execute();
}

async function rsvps(db: Kysely<Rsvps>): Promise<void> {
  await db.schema.alterTable('mention').addColumn('rsvp', 'text').execute();
  for (const { id, entry } of await db
    .selectFrom('mention')
    .select(['id', 'entry'])
    .where('kind', '=', 'rsvp')
    .execute()) {
    const { rsvp } = JSON.parse(entry ?? '{}') as { readonly rsvp?: string };
    if (rsvp) await db.updateTable('mention').set({ rsvp }).where('id', '=', id).execute();
  }
}
