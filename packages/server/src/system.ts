import { randomBytes } from 'node:crypto';
import type { Clock, Random } from './ports/index.ts';

export const systemClock: Clock = { now: () => Date.now() };

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
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  return bytes;
}
