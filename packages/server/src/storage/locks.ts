import { PostgresAdapter, sql } from 'kysely';
import type { Database } from './schema.ts';

// Most of the storage reads, decides and writes. SQLite lets one transaction write at a time, so that nobody comes in
// between. On PostgreSQL many do, each seeing what was committed when its statement began: whoever decides by what it read
// locks that first, either the row (`FOR UPDATE`, which SQLite's dialect leaves out) or, where there may be no row yet, a
// name. Serializable transactions would need no such care, but a row that all of them count in would have all but one of
// them begin anew, again and again.

/** Whether others write at the same time. */
export function isShared(db: Pick<Database, 'getExecutor'>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

/** Nobody else has these names until the transaction `db` is over. Always in one order, so that nobody waits in a circle. */
export async function lock(db: Database, ...names: readonly string[]): Promise<void> {
  if (!isShared(db)) return;
  for (const name of [...new Set(names)].sort())
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${name}, 7))`.execute(db);
}
