import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * The same bytes, or what is packed in them where they begin as gzip does: logs that were put aside are kept so. Piece by
 * piece, so that a small file with a large content takes no memory.
 * @param broken the error for what is gzip and cannot be unpacked
 */
export async function* unpacked(
  bytes: AsyncIterable<Uint8Array>,
  broken: (cause: unknown) => Error,
): AsyncGenerator<Uint8Array> {
  const parts = bytes[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  for (let next = await parts.next(); !next.done; next = await parts.next()) {
    first = Buffer.concat([first, next.value]);
    if (first.length >= 2) break;
  }
  const all = rejoined(first, parts);
  if (first[0] !== 0x1f || first[1] !== 0x8b) return yield* all;
  let failed: unknown;
  const gunzip = createGunzip();
  pipeline(Readable.from(noted(all, (error) => (failed = error))), gunzip, () => {});
  try {
    yield* gunzip;
  } catch (error) {
    // Of the file itself rather than of what it is packed in.
    throw failed ?? broken(error);
  }
}

async function* rejoined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  if (first.length > 0) yield first;
  yield* { [Symbol.asyncIterator]: () => rest };
}

async function* noted(bytes: AsyncIterable<Uint8Array>, onError: (error: unknown) => void): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    onError(error);
    throw error;
  }
}
