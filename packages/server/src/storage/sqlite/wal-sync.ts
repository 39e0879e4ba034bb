import { closeSync, fdatasync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';

/** Brings what was committed onto the disk. */
export interface WalSync {
  /** Resolves when everything committed before the call is on disk; rejects with the error of the file system. */
  sync(): Promise<void>;
  close(): void;
}

/**
 * Syncs the write-ahead log from a thread of the pool. SQLite's own `synchronous = FULL` is the same call at the same place,
 * after the commit, but it stops the event loop for as long as the disk takes: a third of the time of a busy server.
 * A descriptor of our own does no harm to SQLite's locks, for those are on its other two files.
 *
 * @param path of the database; its log has to exist by the first `sync`, and lives until the last connection is closed
 */
export function createWalSync(path: string): WalSync {
  let log: number | undefined;

  function open(): number {
    const opened = openSync(`${path}-wal`, 'r+');
    syncDirectory(dirname(path));
    return opened;
  }

  return {
    async sync() {
      log ??= open();
      // Called by its name each time, so that whoever watches or replaces it sees every call.
      await promisify(fdatasync)(log);
    },
    close() {
      if (log !== undefined) closeSync(log);
      log = undefined;
    },
  };
}

/** A log that is new has to be found again after a power cut. Windows cannot open directories, and keeps their entries itself. */
function syncDirectory(directory: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(directory, 'r');
  fsyncSync(opened);
  closeSync(opened);
}
