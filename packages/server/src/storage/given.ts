import { sql } from 'kysely';
import { isShared } from './locks.ts';
import type { Database } from './schema.ts';

/**
 * Rows that are given, to be inserted by `expression`. As one parameter for each column, or one for all, so that the
 * statement is the same however many they are: one with a parameter for each value would be planned, and kept by every
 * connection, for every length.
 */
export function given<R extends object>(
  db: Database,
  columns: Readonly<Record<keyof R & string, 'text' | 'bigint'>>,
  rows: readonly R[],
) {
  const names = Object.keys(columns) as (keyof R & string)[];
  // What follows may begin with ON, which SQLite would take for that of a join.
  if (!isShared(db)) {
    const told = names.map((name, nth) => sql`value ->> ${sql.lit(nth)} AS ${sql.ref(name)}`);
    const all = JSON.stringify(rows.map((row) => names.map((name) => row[name])));
    return sql<R>`SELECT ${sql.join(told)} FROM json_each(${all}) WHERE true`;
  }
  const arrays = names.map((name) => sql`${rows.map((row) => row[name])}::${sql.raw(`${columns[name]}[]`)}`);
  return sql<R>`SELECT * FROM unnest(${sql.join(arrays)}) WHERE true`;
}
