import { type Kysely, sql } from 'kysely';
import { siteOfUrl } from '../../domain.ts';

/** Who may do what on which site, what is set for each site, and what is counted of each day. */
export async function settings(db: Kysely<unknown>): Promise<void> {
  await people(db);
  await sites(db);
  await counts(db);
  // Partial: what is kept for good, and what waits, costs nothing here.
  await sql`CREATE INDEX "mentionRefused" ON "mention" ("site", "moderation", "updatedAt")
    WHERE "moderation" IN ('spam', 'rejected')`.execute(db);
  await sql`CREATE INDEX "traceStepOld" ON "traceStep" ("at", "subject", "place")
    WHERE "step" NOT IN ('moderated', 'judged')`.execute(db);
}

async function people(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('membership')
    .addColumn('owner', 'text', (c) => c.notNull().references('owner.id').onDelete('cascade'))
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('membershipOnce', ['owner', 'site'])
    .execute();
  // Until now whoever could log in could do everything.
  await sql`INSERT INTO "membership" ("owner", "site", "role") SELECT "id", '', 'owner' FROM "owner"`.execute(db);
  for (const name of ['address', 'agent']) await db.schema.alterTable('session').addColumn(name, 'text').execute();
  for (const name of ['invitation', 'role', 'site', 'by'])
    await db.schema.alterTable('setUp').addColumn(name, 'text').execute();
}

async function sites(db: Kysely<unknown>): Promise<void> {
  for (const name of ['settings', 'deskSettings', 'fixed'])
    await db.schema.alterTable('site').addColumn(name, 'text').execute();
  await db.schema.alterTable('ownPage').addColumn('published', 'bigint').execute();
}

const DAY_MS = 86_400_000;

async function counts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('dailyCount')
    .addColumn('site', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('day', 'integer', (c) => c.notNull())
    .addColumn('key', 'text', (c) => c.notNull())
    .addColumn('count', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('dailyCountOnce', ['site', 'name', 'day', 'key'])
    .execute();
  const into = sql`INSERT INTO "dailyCount" ("site", "name", "day", "key", "count")`;
  const state = sql`CASE WHEN "link" = 'absent' THEN 'absent' ELSE "moderation" END`;
  await sql`${into} SELECT "site", 'mention', "receivedAt" / ${DAY_MS}, ${state}, count(*)
    FROM "mention" GROUP BY 1, 3, 4`.execute(db);
  const approved = sql`FROM "mention" WHERE "moderation" = 'approved' AND "link" <> 'absent'`;
  await sql`${into} SELECT "site", 'target', "receivedAt" / ${DAY_MS}, "targetKey", count(*)
    ${approved} GROUP BY 1, 3, 4`.execute(db);
  await sql`${into} SELECT "site", 'delivery', "createdAt" / ${DAY_MS}, "status", count(*)
    FROM "delivery" GROUP BY 1, 3, 4`.execute(db);
  await sources(db as Kysely<Approved>);
}

interface Approved {
  mention: { id: string; site: string; source: string; receivedAt: number; moderation: string; link: string };
  dailyCount: { site: string; name: string; day: number; key: string; count: number };
}

/** Domains are no matter of SQL. */
async function sources(db: Kysely<Approved>): Promise<void> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('mention')
      .select(['id', 'site', 'source', 'receivedAt'])
      .where('moderation', '=', 'approved')
      .where('link', '<>', 'absent')
      .where('id', '>', after)
      .orderBy('id')
      .limit(1000)
      .execute();
    for (const { site, source, receivedAt } of rows)
      await db
        .insertInto('dailyCount')
        .values({ site, name: 'source', day: Math.floor(receivedAt / DAY_MS), key: siteOfUrl(source), count: 1 })
        .onConflict((conflict) =>
          conflict.columns(['site', 'name', 'day', 'key']).doUpdateSet((eb) => ({
            count: eb('dailyCount.count', '+', 1),
          })),
        )
        .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}
