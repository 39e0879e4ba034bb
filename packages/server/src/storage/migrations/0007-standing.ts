import { type Kysely, sql } from 'kysely';

/** What is asked before every request that strangers cause: does any site know this host, or allow it. */
export async function standing(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createIndex('mentionOfHost')
    .on('mention')
    .columns(['sourceKey'])
    .where(sql<boolean>`"isPublic" = 1`)
    .execute();
  await db.schema.createIndex('ruleValue').on('rule').columns(['value']).execute();
}
