import { sql } from 'kysely';
import { isShared } from './locks.ts';
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

/** What is numbered for no more than to be told apart, and listed in about the order in which it came. */
export const DRAWN = ['job', 'visit', 'notice', 'delivery', 'text', 'guess', 'place'] as const;

/** The sequence that PostgreSQL has for it. */
export const sequenceOf = (name: (typeof DRAWN)[number]): string => `${name}Number`;

/**
 * As `takeNumbers`, where nobody minds that a number is given before a smaller one can be read: a row of the counters would
 * have every transaction wait for the one before it.
 */
export async function drawNumber(db: Database, name: (typeof DRAWN)[number]): Promise<number> {
  if (!isShared(db)) return takeNumbers(db, name);
  const { rows } = await sql<{ n: number }>`SELECT nextval(${`"${sequenceOf(name)}"`}::regclass) AS n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** As many of these. */
export async function drawNumbers(
  db: Database,
  name: (typeof DRAWN)[number],
  count: number,
): Promise<readonly number[]> {
  if (!isShared(db)) {
    const first = await takeNumbers(db, name, count);
    return Array.from({ length: count }, (_, nth) => first + nth);
  }
  const drawn = sql<{
    n: number;
  }>`SELECT nextval(${`"${sequenceOf(name)}"`}::regclass) AS n FROM generate_series(1, ${count}::int)`;
  return (await drawn.execute(db)).rows.map(({ n }) => n);
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
