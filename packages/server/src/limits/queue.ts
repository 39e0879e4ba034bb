import { createLeastRecent } from './least-recent.ts';

/** Somebody waits for this victim; the times are in milliseconds of the caller's count. */
export interface WaitingVictim {
  readonly key: string;
  readonly until: number;
}

/** Gives everyone who was turned away a moment of his own to come again. */
export interface Queue {
  /**
   * When to come again: not before `free`, and `spacing` after the one before. A thousand that all came again at the
   * first free moment would be turned away a thousand times for each that gets in.
   */
  appoint(key: string, free: number, spacing: number): number;
  /** The victims that somebody waits for, the latest first; at most `most`. */
  list(now: number, most: number): readonly WaitingVictim[];
}

const MOST_VICTIMS = 10_000;
/** Longer lines share their last moments. */
const LONGEST_LINE_MS = 6 * 3_600_000;

export function createQueue(): Queue {
  const lines = createLeastRecent<number>(MOST_VICTIMS);
  return {
    appoint(key, free, spacing) {
      const last = lines.get(key) ?? Number.NEGATIVE_INFINITY;
      const at = Math.min(Math.max(free, last + spacing), free + LONGEST_LINE_MS);
      lines.set(key, at);
      return at;
    },
    list(now, most) {
      return [...lines.entries()]
        .filter(([, until]) => until > now)
        .slice(-most)
        .map(([key, until]) => ({ key, until }))
        .reverse();
    },
  };
}
