import { randomBytes } from 'node:crypto';
import type { Clock, Random } from './ports/index.ts';

export const systemClock: Clock = { now: () => Date.now() };

export const systemRandom: Random = {
  id: () => randomBytes(16).toString('base64url'),
  secret: () => randomBytes(32).toString('base64url'),
  fraction: () => Math.random(),
};
