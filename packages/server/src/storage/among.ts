import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { isShared } from './locks.ts';
import type { Database } from './schema.ts';

/**
 * Whether a column is one of these, of which there must be some. PostgreSQL takes them as one parameter: with one for
 * each, every length would be another statement, to be planned and kept by every connection.
 */
export function among(db: Database, column: string, values: readonly string[] | readonly number[]) {
  const one = sql.ref(column);
  if (!isShared(db)) return sql<SqlBool>`${one} IN (${sql.join([...values])})`;
  const type = sql.raw(typeof values[0] === 'number' ? 'bigint[]' : 'text[]');
  return sql<SqlBool>`${one} = ANY(${[...values]}::${type})`;
}

/** Numbers as a table of one column, to be selected from. */
export function listed(db: Database, table: string, column: string, values: readonly number[]): RawBuilder<unknown> {
  const [name, one] = [sql.ref(table), sql.ref(column)];
  if (isShared(db)) return sql`unnest(${[...values]}::bigint[]) as ${name}(${one})`;
  const rows = sql.join(values.map((value) => sql`(${value})`));
  return sql`(select column1 as ${one} from (values ${rows})) as ${name}`;
}
