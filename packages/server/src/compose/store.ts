import { existsSync } from 'node:fs';
import type { Config } from '../config.ts';
import { HearbackError } from '../errors.ts';
import type { Store } from '../ports/index.ts';
import { type CheckedBackup, checkBackup } from '../storage/sqlite/backup/check.ts';
import { writeBackup } from '../storage/sqlite/backup/write.ts';
import { databasePath } from '../storage/sqlite/files.ts';
import { openSqliteStore, type SqliteStoreOptions } from '../storage/sqlite/open.ts';
import { systemClock } from '../system.ts';

export type Opening = Partial<Pick<SqliteStoreOptions, 'clock' | 'onBroken' | 'onMissingLog'>>;

/** A server says what it does about a disk that fails and a file that was copied without its log. */
export function openStore({ data }: Pick<Config, 'data'>, options: Opening = {}): Promise<Store> {
  return openSqliteStore({ directory: data, clock: systemClock, ...options });
}

/** For commands that only look: a folder that was never served is a typing error, not a new store. */
export async function openExistingStore(config: Pick<Config, 'data'>): Promise<Store> {
  requireStore(config);
  return openStore(config);
}

/** The same for those who can do without: `undefined` where there is none. */
export async function openStoreIfAny(config: Pick<Config, 'data'>): Promise<Store | undefined> {
  return existsSync(databasePath(config.data)) ? openStore(config) : undefined;
}

function requireStore(config: Pick<Config, 'data'>): void {
  if (!existsSync(databasePath(config.data))) {
    throw new HearbackError(
      'storage',
      `There are no Hearback data in ${config.data}: name the folder with --data, or start "hearback serve" first.`,
    );
  }
}

/** Copies the store to a file, also while a server uses it. */
export async function backUp(
  config: Pick<Config, 'data'>,
  file: string,
  onProgress: (copied: number, pages: number) => void,
): Promise<CheckedBackup> {
  requireStore(config);
  return writeBackup(databasePath(config.data), file, { onProgress });
}

export function verifyBackup(file: string): CheckedBackup {
  if (!existsSync(file)) throw new HearbackError('storage', `There is no file ${file}.`);
  return checkBackup(file);
}
