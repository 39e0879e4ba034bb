import type { Database } from './schema.ts';

/**
 * The two ways into the database. Outside a transaction reads never wait for writers, and every write is a transaction;
 * inside one both are that transaction.
 */
export interface Doors {
  readonly read: Database;
  /** Runs `work` in a transaction; resolves when it is on disk. */
  write<T>(work: (db: Database) => Promise<T>): Promise<T>;
}

/** Doors for code that runs inside the transaction `db`. */
export function doorsInside(db: Database): Doors {
  return { read: db, write: (work) => work(db) };
}
