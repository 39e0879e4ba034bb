import { sql } from 'kysely';
import type { Database } from './schema.ts';

/**
 * Takes `count` numbers from a named counter and answers the first. They only grow and are never used again, which
 * neither SQLite's row ids (reused after a delete) nor PostgreSQL's sequences (out of order by commit) promise.
 */
export async function takeNumbers(db: Database, name: string, count = 1): Promise<number> {
  const row = await db
    .insertInto('counter')
    .values({ name, value: count })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet((eb) => ({ value: eb('counter.value', '+', eb.ref('excluded.value')) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return row.value - count + 1;
}

/**
 * The moment `at`, or the first one after the last that was taken by this name: who asks by time for what is new would miss
 * what two decisions of one millisecond, or a clock that was set back, put behind it.
 */
export async function takeMoment(db: Database, name: string, at: number): Promise<number> {
  const { value } = await db
    .insertInto('counter')
    .values({ name, value: at })
    .onConflict((conflict) =>
      conflict.column('name').doUpdateSet({
        value: sql<number>`CASE WHEN "counter"."value" < "excluded"."value" THEN "excluded"."value" ELSE "counter"."value" + 1 END`,
      }),
    )
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}

/** The last number taken; 0 before the first. */
export async function lastNumber(db: Database, name: string): Promise<number> {
  const row = await db.selectFrom('counter').select('value').where('name', '=', name).executeTakeFirst();
  return row?.value ?? 0;
}
