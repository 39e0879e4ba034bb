import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { HearbackError, messageOf } from '../../../errors.ts';
import { explain } from '../failure.ts';
import { type CheckedBackup, checkBackup, isOurs } from './check.ts';

export interface BackupOptions {
  /** Hears of the pages copied so far, and how many there are. */
  readonly onProgress?: (copied: number, pages: number) => void;
}

/** 8 MB at a time: long enough to be quick, short enough to be told of progress. */
const PAGES_A_STEP = 2_000;
/** A half copy that nobody wrote to for as long was left by a process that was killed. */
const STALE_MS = 6 * 60 * 60_000;

/**
 * Copies a database that may be in use, as it is at this moment, and puts the copy under its final name only when it is
 * whole, checked and on disk: whatever happens on the way leaves no half file under that name. The copy is one file, for
 * this user's eyes only, and an earlier backup of the same name is replaced by it.
 * @param path of the database
 * @throws HearbackError `storage`, one line that names the file
 */
export async function writeBackup(
  path: string,
  target: string,
  { onProgress = () => {} }: BackupOptions = {},
): Promise<CheckedBackup> {
  const folder = dirname(resolve(target));
  refuseToReplace(target, path);
  removeStale(folder);
  const partial = join(folder, `.${basename(target)}.partial-${process.pid}`);
  try {
    makeEmpty(partial);
    await copy(path, partial, onProgress);
    const checked = checkBackup(partial, { claim: true });
    sync(partial);
    renameSync(partial, target);
    sync(folder);
    return checked;
  } catch (error) {
    const reason = explain(error, target);
    if (reason instanceof HearbackError) throw reason;
    throw new HearbackError('storage', `${target} could not be written: ${messageOf(error)}.`, { cause: error });
  } finally {
    rmSync(partial, { force: true });
    rmSync(`${partial}-journal`, { force: true });
  }
}

/**
 * All steps see one moment: the connection holds a read transaction, and other connections write on meanwhile. Without
 * one, every commit of another connection starts the copy over again, and under load it never ends.
 */
async function copy(path: string, partial: string, onProgress: NonNullable<BackupOptions['onProgress']>) {
  const source = new DatabaseSync(path);
  try {
    source.exec('PRAGMA query_only = 1; PRAGMA busy_timeout = 5000; BEGIN');
    source.prepare('SELECT count(*) FROM sqlite_master').get();
    await backup(source, partial, {
      rate: PAGES_A_STEP,
      progress: ({ totalPages, remainingPages }) => onProgress(totalPages - remainingPages, totalPages),
    });
    source.exec('COMMIT');
  } finally {
    source.close();
  }
}

function refuseToReplace(target: string, path: string): void {
  if (!existsSync(target)) return;
  const [there, live] = [statSync(target), statSync(path)];
  if (there.dev === live.dev && there.ino === live.ino)
    throw new HearbackError('storage', `${target} is the database itself; name another file for the backup.`);
  if (there.isDirectory())
    throw new HearbackError('storage', `${target} is a folder; name a file in it for the backup.`);
  if (!isOurs(target))
    throw new HearbackError('storage', `${target} is there already and no backup of Hearback; name another file.`);
}

function makeEmpty(partial: string): void {
  rmSync(partial, { force: true });
  closeSync(openSync(partial, 'wx', 0o600));
  // Whatever the umask says.
  chmodSync(partial, 0o600);
}

function removeStale(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (!/^\..+\.partial-\d+(-journal)?$/.test(name)) continue;
    const file = join(folder, name);
    if (Date.now() - statSync(file).mtimeMs > STALE_MS) rmSync(file, { force: true });
  }
}

function sync(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
