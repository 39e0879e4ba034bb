import { randomBytes, randomFillSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Timer } from './jobs/loop.ts';
import type { Clock, Elapsed, Random } from './ports/index.ts';

export const systemClock: Clock = { now: () => Date.now() };

/** `performance.now` counts from the start of the process, this one from that of the machine. */
export const systemElapsed: Elapsed = {
  get machine() {
    started ??= nameOfStart();
    return started;
  },
  ms() {
    const [seconds, nanoseconds] = process.hrtime();
    return seconds * 1000 + nanoseconds / 1e6;
  },
};

let started: string | undefined;

/** Containers of one machine have one measure, and Linux names it. */
function nameOfStart(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return hostname();
  }
}

export const systemTimer: Timer = (ms, fire) => {
  const handle = setTimeout(fire, ms);
  return () => clearTimeout(handle);
};

export const systemRandom: Random = {
  id: () => timed(Date.now()).toString('base64url'),
  secret: () => randomBytes(32).toString('base64url'),
  fraction: () => Math.random(),
};

/**
 * Neighbours in time become neighbours in the indexes: with 128 bits of pure chance a commit of 32 mentions wrote nearly
 * twice as many pages. What is left, 80 bits, is still not to be guessed.
 */
function timed(now: number): Buffer {
  const bytes = drawId();
  bytes.writeUIntBE(now, 0, 6);
  return bytes;
}

const ID_BYTES = 16;
/** Asking the kernel for one id at a time took as long as storing the mention that it names. */
const pool = Buffer.alloc(256 * ID_BYTES);
let drawn = pool.length;

/** Bytes of chance that nobody drew before; they are the caller's to write to. */
function drawId(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += ID_BYTES;
  return pool.subarray(drawn - ID_BYTES, drawn);
}
