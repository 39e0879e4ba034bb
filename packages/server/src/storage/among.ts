import { type SqlBool, sql } from 'kysely';
import { isShared } from './locks.ts';
import type { Database } from './schema.ts';

/**
 * Whether a column is one of these texts, of which there must be some. PostgreSQL takes them as one parameter: with one for
 * each, every length would be another statement, to be planned and kept by every connection.
 */
export function among(db: Database, column: string, texts: readonly string[]) {
  const one = sql.ref(column);
  return isShared(db)
    ? sql<SqlBool>`${one} = ANY(${[...texts]}::text[])`
    : sql<SqlBool>`${one} IN (${sql.join([...texts])})`;
}
