import { existsSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';

/**
 * A running server's mark in the main file, where SQLite keeps a number for the application: what was accepted lately is
 * in the log beside it (`-wal`), and a copy of the main file alone would lack it in silence.
 */
const OPEN = 1;
export const MARK_CLOSED = 'PRAGMA user_version = 0';

/**
 * Whether the main file says that it was in use while there is no log beside it: it was copied alone. (A program other
 * than ours that opened the file after a crash also leaves it so, with nothing missing.) To be asked before opening.
 */
export function hasNoLog(path: string): boolean {
  return existsSync(path) && !existsSync(`${path}-wal`);
}

/** Left undone where the file cannot be written any more: the log stays then, too. */
export function markClosed(database: DatabaseSync): void {
  try {
    database.exec(MARK_CLOSED);
  } catch {
    // A failed disk, or another process that holds the lock.
  }
}

export function isMarkedOpen(database: DatabaseSync): boolean {
  return database.prepare('PRAGMA user_version').get()?.user_version === OPEN;
}

export function missingLog(path: string): string {
  return (
    `${path} was copied while it was in use, without ${path}-wal beside it: what was accepted shortly before the copy is ` +
    'missing. If you still have that file, stop, put both back and start again; "hearback backup" makes whole copies.'
  );
}

/** Written to the main file at once, for there it is looked for. */
export function markOpen(database: DatabaseSync): void {
  if (isMarkedOpen(database)) return;
  database.exec(`PRAGMA user_version = ${OPEN}; PRAGMA wal_checkpoint(PASSIVE)`);
}
