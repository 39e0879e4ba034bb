import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { HearbackError, messageOf } from '../../errors.ts';

/**
 * Makes the folder and the file where they are missing, for this user's eyes only: the file holds password hashes, and
 * SQLite gives its side files the mode of the main one.
 * @returns the path of the file
 */
export function prepareFile(directory: string): string {
  const path = join(resolve(directory), 'hearback.db');
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    closeSync(openSync(path, 'a', 0o600));
    return path;
  } catch (error) {
    throw new HearbackError(
      'storage',
      `Cannot write ${path} (${messageOf(error)}); give this user write permission there, or name another folder with --data.`,
      { cause: error },
    );
  }
}
