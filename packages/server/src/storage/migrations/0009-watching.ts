import { type Kysely, sql } from 'kysely';

/**
 * What is known of the listings that are watched: until now only that a post was there, in the table of posts, with the
 * address of the feed itself as one of them. Posts that were known stay known; their marks are taken at the next look.
 */
export async function watching(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('listing')
    .addColumn('site', 'text', (c) => c.primaryKey())
    .addColumn('address', 'text', (c) => c.notNull())
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('since', 'text', (c) => c.notNull())
    .addColumn('lookAt', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('watchedPage')
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('url', 'text', (c) => c.notNull())
    .addColumn('mark', 'text')
    .addColumn('version', 'text')
    .addColumn('listed', 'integer', (c) => c.notNull())
    .addColumn('dueAt', 'bigint')
    .addColumn('tries', 'integer', (c) => c.notNull())
    .addPrimaryKeyConstraint('watchedPageKey', ['site', 'key'])
    .execute();
  await sql`CREATE INDEX "watchedPageDue" ON "watchedPage" ("site", "dueAt") WHERE "dueAt" IS NOT NULL`.execute(db);
  await db.schema
    .createTable('hub')
    .addColumn('site', 'text', (c) => c.primaryKey())
    .addColumn('id', 'text', (c) => c.notNull().unique())
    .addColumn('hub', 'text', (c) => c.notNull())
    .addColumn('topic', 'text', (c) => c.notNull())
    .addColumn('secret', 'text', (c) => c.notNull())
    .addColumn('state', 'text', (c) => c.notNull())
    .addColumn('since', 'bigint', (c) => c.notNull())
    .addColumn('until', 'bigint')
    .execute();
  for (const name of ['folder', 'links', 'deskLinks'])
    await db.schema.alterTable('site').addColumn(name, 'text').execute();
  await sql`INSERT INTO "watchedPage" ("site", "key", "url", "listed", "tries") SELECT "site", "url", "url", 0, 0 FROM "post"`.execute(
    db,
  );
  // The feed stands in the table of posts with any of the two schemes it may have; what is not found starts afresh.
  await sql`INSERT INTO "listing" ("site", "address", "kind", "since", "lookAt")
    SELECT "id", coalesce("feed", "sitemap"), 'feed', '', 0 FROM "site" WHERE EXISTS (SELECT 1 FROM "post"
    WHERE "post"."site" = "site"."id" AND "post"."url" = replace(coalesce("feed", "sitemap"), 'http://', 'https://'))`.execute(
    db,
  );
}
