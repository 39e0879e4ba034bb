import { type Kysely, sql } from 'kysely';

/** Which sites changed since when, which are gone, and whose work each job is. */
export async function sites(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('site')
    .addColumn('changed', 'bigint', (c) => c.notNull().defaultTo(0))
    .execute();
  await db.schema.createIndex('siteChanged').on('site').columns(['changed']).execute();
  await db.schema
    .createTable('removedSite')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('changed', 'bigint', (c) => c.notNull())
    .execute();
  await db.schema.createIndex('removedSiteChanged').on('removedSite').columns(['changed']).execute();
  for (const table of ['job', 'jobGroup'])
    await db.schema
      .alterTable(table)
      .addColumn('site', 'text', (c) => c.notNull().defaultTo(''))
      .execute();
  await db.schema.createIndex('recipientOfSite').on('recipient').columns(['site']).execute();
  await db.schema.createIndex('apiTokenOfSite').on('apiToken').columns(['site', 'createdAt']).execute();
  // For all sites at once: what readers see in the order of its numbers, and the counts of some days.
  await db.schema
    .createIndex('mentionShown')
    .on('mention')
    .columns(['publicId'])
    .where(sql<boolean>`"isPublic" = 1`)
    .execute();
  await db.schema.createIndex('dailyCountOfDay').on('dailyCount').columns(['name', 'day', 'key']).execute();
  // What waits already belongs to the sites of its mentions and deliveries.
  for (const [kind, table] of [
    ['verify', 'mention'],
    ['deliver', 'delivery'],
  ] as const)
    await sql`UPDATE "job" SET "site" = coalesce((SELECT "site" FROM ${sql.table(table)} WHERE "id" = "job"."subject"), '')
      WHERE "kind" = ${kind}`.execute(db);
}
