import { createReadStream } from 'node:fs';
import { access, constants, stat } from 'node:fs/promises';
import { errorCode, messageOf } from '../errors.ts';

const CHUNK_BYTES = 256 * 1024;

/** The sentence about a file that cannot be read, as an error; `why` says also what to do, and ends it. */
export type Unreadable = (file: string, why: string, cause: unknown) => Error;

/** The bytes of a file, or of the standard input for `-`. */
export async function* bytesOf(file: string, unreadable: Unreadable): AsyncGenerator<Uint8Array> {
  try {
    yield* file === '-' ? process.stdin : createReadStream(file, { highWaterMark: CHUNK_BYTES });
  } catch (error) {
    throw unreadable(file, whyNot(error), error);
  }
}

/** Rejects with `unreadable` before anything is begun. */
export async function requireReadable(file: string, unreadable: Unreadable): Promise<void> {
  if (file === '-') return;
  let isFolder = false;
  try {
    await access(file, constants.R_OK);
    isFolder = (await stat(file)).isDirectory();
  } catch (error) {
    throw unreadable(file, whyNot(error), error);
  }
  if (isFolder) throw unreadable(file, WHY.EISDIR, undefined);
}

const WHY = {
  ENOENT: 'there is no such file. See how it is spelled.',
  ENOTDIR: 'there is no such file. See how it is spelled.',
  EISDIR: 'it is a folder. Name a file in it.',
  EACCES: 'you may not. Run it as a user who may, or change the rights of the file.',
} as const;

function whyNot(error: unknown): string {
  const code = errorCode(error);
  return Object.hasOwn(WHY, code) ? WHY[code as keyof typeof WHY] : `${messageOf(error)}.`;
}
