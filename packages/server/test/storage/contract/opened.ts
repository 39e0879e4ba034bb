import type { Store } from '../../../src/ports/index.ts';

/** One database, seen by a process that writes and by one that reads; they may be the same. */
export interface Opened {
  readonly writer: Store;
  readonly reader: Store;
  close(): Promise<void>;
}

export type Open = (clock: FakeClock) => Promise<Opened>;

export interface FakeClock {
  now(): number;
  advance(ms: number): void;
}

export const NOON = Date.UTC(2026, 10, 24, 12);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function fakeClock(start = NOON): FakeClock {
  let now = start;
  return {
    now: () => now,
    advance(ms) {
      now += ms;
    },
  };
}
