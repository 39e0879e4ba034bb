import type { Kysely } from 'kysely';

/** The language that an owner chose at the desk. */
export async function language(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('owner').addColumn('language', 'text').execute();
}
