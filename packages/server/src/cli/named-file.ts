import { createReadStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';

const CHUNK_BYTES = 256 * 1024;

/**
 * The bytes of a file, or of the standard input for `-`.
 * @param unreadable the sentence about a file that cannot be read, as an error
 */
export async function* bytesOf(
  file: string,
  unreadable: (file: string, error: unknown) => Error,
): AsyncGenerator<Uint8Array> {
  try {
    yield* file === '-' ? process.stdin : createReadStream(file, { highWaterMark: CHUNK_BYTES });
  } catch (error) {
    throw unreadable(file, error);
  }
}

/** Rejects with `unreadable` before anything is begun. */
export async function requireReadable(
  file: string,
  unreadable: (file: string, error: unknown) => Error,
): Promise<void> {
  if (file === '-') return;
  await access(file, constants.R_OK).catch((error: unknown) => Promise.reject(unreadable(file, error)));
}
