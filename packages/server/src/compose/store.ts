import { existsSync, statSync } from 'node:fs';
import type { Config } from '../config.ts';
import { errorCode, HearbackError, messageOf } from '../errors.ts';
import type { Store } from '../ports/index.ts';
import { printableAddress } from '../storage/postgres/address.ts';
import type { PostgresStoreOptions } from '../storage/postgres/open.ts';
import { type CheckedBackup, checkBackup } from '../storage/sqlite/backup/check.ts';
import { writeBackup } from '../storage/sqlite/backup/write.ts';
import { databasePath } from '../storage/sqlite/files.ts';
import { openSqliteStore, type SqliteStoreOptions } from '../storage/sqlite/open.ts';
import { systemClock } from '../system.ts';

export type Opening = Partial<Pick<SqliteStoreOptions, 'clock' | 'onBroken' | 'onMissingLog' | 'onSchema'>>;

/** What chooses the store. */
export type Where = Pick<Config, 'data' | 'database'>;

/** A server says what it does about a disk that fails and a file that was copied without its log. */
export async function openStore({ data, database }: Where, options: Opening = {}): Promise<Store> {
  const { clock = systemClock, onSchema } = options;
  if (database !== undefined) return openDatabase({ url: database, clock, ...(onSchema && { onSchema }) });
  return openSqliteStore({ directory: data, ...options, clock });
}

/** For commands that only look: a folder that was never served is a typing error, not a new store. */
export async function openExistingStore(where: Where): Promise<Store> {
  if (where.database !== undefined) return openDatabase({ url: where.database, clock: systemClock, mustExist: true });
  requireStore(where);
  return openStore(where);
}

/** The same for those who can do without: `undefined` where there is none. */
export async function openStoreIfAny(where: Where): Promise<Store | undefined> {
  return where.database !== undefined || existsSync(databasePath(where.data)) ? openStore(where) : undefined;
}

export interface Migrated {
  readonly where: string;
  /** Versions of the schema; `undefined` for a database that was empty. */
  readonly before: number | undefined;
  readonly now: number;
}

/** Brings the tables of a store up to date, and does nothing else. */
export async function migrateStore(where: Where): Promise<Migrated> {
  if (where.database === undefined) requireStore(where);
  let versions: Pick<Migrated, 'before' | 'now'> = { before: undefined, now: 0 };
  const store = await openStore(where, { onSchema: (before, now) => (versions = { before, now }) });
  await store.close();
  return { where: where.database ? printableAddress(where.database) : databasePath(where.data), ...versions };
}

/** Loaded for those who use it: the embedded store starts in the time in which the driver loads. */
async function openDatabase(options: PostgresStoreOptions): Promise<Store> {
  const { openPostgresStore } = await import('../storage/postgres/open.ts');
  return openPostgresStore(options);
}

function requireStore({ data }: Where): void {
  const path = databasePath(data);
  try {
    // Not `existsSync`, which calls what may not be looked at absent.
    statSync(path);
  } catch (error) {
    throw new HearbackError(
      'storage',
      isAbsence(error)
        ? `There are no Hearback data in ${data}: name the folder with --data, or start "hearback serve" first.`
        : `Cannot read ${path} (${messageOf(error)}); give this user the right to read and write there, or name another folder with --data.`,
      { cause: error },
    );
  }
}

/** Copies the store to a file, also while a server uses it. */
export async function backUp(
  where: Where,
  file: string,
  onProgress: (copied: number, pages: number) => void,
): Promise<CheckedBackup> {
  if (where.database !== undefined)
    throw new HearbackError(
      'storage',
      `"hearback backup" copies the embedded store; back up ${printableAddress(where.database)} with pg_dump --format=custom, also beside running servers.`,
    );
  requireStore(where);
  return writeBackup(databasePath(where.data), file, { onProgress });
}

export function verifyBackup(file: string): CheckedBackup {
  if (!existsSync(file)) throw new HearbackError('storage', `There is no file ${file}.`);
  return checkBackup(file);
}

function isAbsence(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes(errorCode(error));
}
