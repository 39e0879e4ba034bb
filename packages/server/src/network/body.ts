import { createGunzip } from 'node:zlib';
import { codeOf } from './failure.ts';
import type { NetworkLimits } from './limits.ts';

export type BodyRead =
  | { readonly ok: true; readonly body: Uint8Array; readonly truncated: boolean }
  /** `reason` reads after "the host". */
  | { readonly ok: false; readonly reason: string };

/** Takes a body as it comes off the wire and keeps a bounded part of it, decoded. */
export interface BodyReader {
  take(chunk: Buffer): void;
  /** No more will come. Resolves at once after `onEnough` was called. */
  finish(): Promise<BodyRead>;
  /** Lets go of everything; `finish` is not called then. */
  discard(): void;
}

export interface BodyOptions {
  /** Most bytes on the wire, and most bytes kept. */
  readonly maxBytes: number;
  readonly limits: Pick<NetworkLimits, 'ratio' | 'ratioAfterBytes'>;
  /** Called, perhaps from within `take` and perhaps more than once, when no further byte is wanted. */
  readonly onEnough: () => void;
}

/** Chunks up to a number of bytes; `add` is false when a byte had to be left out. */
function createShelf(maxBytes: number) {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk: Buffer): boolean {
      const kept = chunk.length > maxBytes - size ? chunk.subarray(0, maxBytes - size) : chunk;
      chunks.push(kept);
      size += kept.length;
      return kept === chunk;
    },
    bytes: () => Buffer.concat(chunks, size),
  };
}

export function plainBody({ maxBytes, onEnough }: BodyOptions): BodyReader {
  const shelf = createShelf(maxBytes);
  let truncated = false;
  return {
    take(chunk) {
      if (truncated || shelf.add(chunk)) return;
      truncated = true;
      onEnough();
    },
    finish: async () => ({ ok: true, body: shelf.bytes(), truncated }),
    discard() {},
  };
}

/**
 * One layer of gzip, decoded as it comes, so that a bomb is stopped by what it has become and not by what it was:
 * undici's `maxResponseSize` counts compressed bytes. All members of the stream count together.
 */
export function gzipBody({ maxBytes, limits, onEnough }: BodyOptions): BodyReader {
  const shelf = createShelf(maxBytes);
  const gunzip = createGunzip({ chunkSize: 64 * 1024 });
  let wire = 0;
  let decoded = 0;
  let cut = false;
  let full = false;
  let problem: string | undefined;
  const closed = new Promise<void>((resolve) => gunzip.once('close', resolve));

  function keep(chunk: Buffer): void {
    if (gunzip.destroyed) return;
    decoded += chunk.length;
    if (decoded > limits.ratioAfterBytes && decoded > limits.ratio * gunzip.bytesWritten) {
      problem = `sent a page that unpacks to more than ${limits.ratio} times its size`;
    } else {
      full = !shelf.add(chunk);
      if (!full) return;
    }
    gunzip.destroy();
    onEnough();
  }
  gunzip.on('data', keep);
  gunzip.on('error', (error: unknown) => {
    // We cut the stream ourselves when the wire is over its cap; its missing end is then no news.
    if (!cut) problem ??= `sent a page whose gzip coding is broken (${codeOf(error)})`;
    onEnough();
  });
  return {
    take(chunk) {
      const room = maxBytes - wire;
      wire += chunk.length;
      if (gunzip.destroyed || cut) return;
      cut = chunk.length > room;
      gunzip.write(cut ? chunk.subarray(0, room) : chunk);
      if (cut) onEnough();
    },
    async finish() {
      // A reply without a body (HEAD, 304) may still name the coding that the body would have.
      if (wire === 0) gunzip.destroy();
      else if (!gunzip.destroyed) gunzip.end();
      await closed;
      if (problem !== undefined) return { ok: false, reason: problem };
      return { ok: true, body: shelf.bytes(), truncated: cut || full };
    },
    discard: () => void gunzip.destroy(),
  };
}
