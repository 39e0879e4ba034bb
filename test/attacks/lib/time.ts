import type { Timer } from '../../../packages/server/dist/jobs/loop.js';
import type { Clock } from '../../../packages/server/dist/ports/index.js';

export interface TestTime {
  readonly clock: Clock;
  readonly timer: Timer;
  /** Lets so many milliseconds pass at once. */
  advance(ms: number): void;
}

/** The real time, which a drill may push forward: what waits for a later moment is then due. */
export function createTestTime(): TestTime {
  const waiting = new Set<{ readonly at: number; readonly fire: () => void }>();
  let ahead = 0;
  const now = () => Date.now() + ahead;
  return {
    clock: { now },
    timer(ms, fire) {
      const entry = { at: now() + ms, fire: () => end(fire) };
      const handle = setTimeout(entry.fire, ms);
      const end = (then?: () => void) => {
        clearTimeout(handle);
        if (waiting.delete(entry)) then?.();
      };
      waiting.add(entry);
      return () => end();
    },
    advance(ms) {
      ahead += ms;
      for (const { at, fire } of [...waiting]) if (at <= now()) fire();
    },
  };
}
