import { LIMIT_NAMES, type LimitName } from '../allowances.ts';
import type { Elapsed } from '../ports/index.ts';

/** How often each limit turned somebody away. Counts of this process, in memory that does not grow. */
export interface Tally {
  count(name: LimitName): void;
  /** In the last hour, to the minute, and in the last day, to the hour. */
  read(name: LimitName): { readonly hour: number; readonly day: number };
}

const MINUTE_MS = 60_000;

/** Counts of the last `slots` spans of time, each in its own slot of a ring. */
function createRing(slots: number, spanMs: number) {
  const counts = new Uint32Array(slots);
  let newest = 0;

  function turn(now: number): number {
    const slot = Math.floor(now / spanMs);
    if (slot - newest >= slots) counts.fill(0);
    else for (let old = newest + 1; old <= slot; old += 1) counts[old % slots] = 0;
    newest = Math.max(newest, slot);
    return newest % slots;
  }

  return {
    count(now: number): void {
      const slot = turn(now);
      counts[slot] = (counts[slot] ?? 0) + 1;
    },
    sum(now: number): number {
      turn(now);
      return counts.reduce((sum, count) => sum + count, 0);
    },
  };
}

/** @param onCount hears of each */
export function createTally(elapsed: Elapsed, onCount: (name: LimitName) => void = () => {}): Tally {
  const rings = new Map(
    LIMIT_NAMES.map((name) => [name, { hour: createRing(60, MINUTE_MS), day: createRing(24, 60 * MINUTE_MS) }]),
  );
  return {
    count(name) {
      onCount(name);
      const now = elapsed.ms();
      rings.get(name)?.hour.count(now);
      rings.get(name)?.day.count(now);
    },
    read(name) {
      const now = elapsed.ms();
      const ring = rings.get(name);
      return { hour: ring?.hour.sum(now) ?? 0, day: ring?.day.sum(now) ?? 0 };
    },
  };
}
