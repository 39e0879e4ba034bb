import { closeSync, existsSync, fchmodSync, fstatSync, mkdirSync, openSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { HearbackError, messageOf } from '../../errors.ts';

export function databasePath(directory: string): string {
  return join(resolve(directory), 'hearback.db');
}

/**
 * Makes the folder and the file where they are missing, for this user's eyes only: the file holds password hashes, and
 * SQLite gives its side files the mode of the main one.
 * @returns the path of the file
 */
export function prepareFile(directory: string): string {
  const path = databasePath(directory);
  try {
    makeFolder(resolve(directory));
    const file = openSync(path, 'a', 0o600);
    closeToOthers(file);
    closeSync(file);
    return path;
  } catch (error) {
    throw new HearbackError(
      'storage',
      `Cannot write ${path} (${messageOf(error)}); give this user write permission there, or name another folder with --data.`,
      { cause: error },
    );
  }
}

/** A copy, or a restored backup, may have come with the mode of somebody's umask. */
function closeToOthers(file: number): void {
  if (process.platform === 'win32' || (fstatSync(file).mode & 0o077) === 0) return;
  try {
    fchmodSync(file, 0o600);
  } catch {
    // It belongs to another user, who decided on its mode; we may write it, and that is all we need.
  }
}

/** Folder by folder: Node's own `recursive` never comes back where the parent denies its existence, as under /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}
