import { DatabaseSync } from 'node:sqlite';
import { HearbackError } from '../../errors.ts';
import { explain } from './failure.ts';

/** "Hear" in ASCII: tells our files from those of other programs. */
export const APPLICATION_ID = 0x48656172;

export interface Connections {
  /** The connection of the event loop that writes; the intake has its own, on its own thread. */
  readonly writer: DatabaseSync;
  readonly reader: DatabaseSync;
  close(): void;
}

/**
 * Opens the file, or says in one line why not.
 * @throws HearbackError `storage` for a file that is damaged, of another program, or on a disk that cannot do WAL
 */
export function connect(path: string): Connections {
  const writer = connectWriter(path);
  // The commit group waits for the lock itself, without stopping the event loop.
  writer.exec('PRAGMA busy_timeout = 0');
  // Where the intake is busy it writes the log back, on its thread; this one comes to it when nothing arrives for long.
  writer.exec('PRAGMA wal_autocheckpoint = 32000');
  const reader = new DatabaseSync(path);
  reader.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = 1; PRAGMA cache_size = -8000');
  return {
    writer,
    reader,
    close() {
      reader.close();
      writer.close();
    },
  };
}

/** Opens a connection that may write and syncs every commit; it waits five seconds for the lock unless told otherwise. */
export function connectWriter(path: string): DatabaseSync {
  let writer: DatabaseSync | undefined;
  try {
    writer = new DatabaseSync(path);
    writer.exec('PRAGMA busy_timeout = 5000');
    claimFile(writer, path);
    requireSetting(writer, path, 'journal_mode', 'wal');
    requireSetting(writer, path, 'synchronous', 2);
    requireSetting(writer, path, 'foreign_keys', 1);
    // What is deleted is overwritten: a page that asked to be forgotten must not be found in the file.
    writer.exec('PRAGMA secure_delete = 1');
    // A WAL that once grew under a long reader gives its space back. Whenever another connection commits, SQLite empties
    // this one's cache, so that more than a few megabytes of it are never of use; the system has the pages in memory.
    writer.exec('PRAGMA journal_size_limit = 100663296; PRAGMA cache_size = -4000');
    // Savepoints keep the old pages in a temporary file otherwise: 40 µs of system calls each.
    writer.exec('PRAGMA temp_store = MEMORY');
    // Writing back stops the intake for some ten milliseconds. Pages written often go back once, so less often is less
    // work: with 24,000 pages, 96 MB, at full load one pingback in two hundred waits for it.
    writer.exec('PRAGMA wal_autocheckpoint = 24000');
    return writer;
  } catch (error) {
    writer?.close();
    throw explain(error, path);
  }
}

function claimFile(database: DatabaseSync, path: string): void {
  if (pragma(database, 'application_id') === APPLICATION_ID) return;
  const { n } = database.prepare('SELECT count(*) AS n FROM sqlite_master').get() as { n: number };
  if (n > 0) {
    throw new HearbackError(
      'storage',
      `${path} belongs to another program; move it away, or name another folder with --data.`,
    );
  }
  database.exec(`PRAGMA application_id = ${APPLICATION_ID}`);
}

/** Sets a pragma and reads it back: SQLite ignores what it cannot do, and "accepted" would then not mean "on disk". */
function requireSetting(database: DatabaseSync, path: string, name: string, value: string | number): void {
  database.exec(`PRAGMA ${name} = ${value}`);
  const actual = pragma(database, name);
  if (actual !== value) {
    throw new HearbackError(
      'storage',
      `${path}: SQLite keeps ${name} at ${actual} instead of ${value}; put the folder on a local disk (network drives cannot do it).`,
    );
  }
}

function pragma(database: DatabaseSync, name: string): unknown {
  return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}
