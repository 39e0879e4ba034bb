import type { Kysely } from 'kysely';

/** How a watched listing was answered at the last look: until now only the process that looked knew. */
export async function answers(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('listing').addColumn('answer', 'text').execute();
}
