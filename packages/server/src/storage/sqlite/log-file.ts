import { statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { HearbackError } from '../../errors.ts';

/**
 * Writes everything back into the main file and cuts the log to nothing, so that nothing of what was deleted is left in it.
 * @throws HearbackError `storage` when somebody reads on and on
 */
export function emptyLog(database: DatabaseSync, path: string): void {
  database.exec('PRAGMA busy_timeout = 5000');
  try {
    const { busy } = database.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get() ?? {};
    if (busy === 0) return;
  } catch {
    // A transaction of our own is under way.
  } finally {
    database.exec('PRAGMA busy_timeout = 0');
  }
  throw new HearbackError(
    'storage',
    `It was deleted from ${path}, but ${path}-wal is in use and still holds it; repeat the command in a moment.`,
  );
}

/** Bytes in the log beside the main file; 0 where there is none. */
export function logSize(path: string): number {
  return statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0;
}
