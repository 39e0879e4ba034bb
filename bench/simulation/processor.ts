import type { Events } from './events.ts';

/** One thread that writes in rounds: what comes while it is busy is done together in the next round, and ends with it. */
export interface Processor {
  /** Calls back at the end of the round in which so many milliseconds were spent on this. */
  spend(ms: number, done: () => void): void;
  /** Something that nobody waits for: the next round takes longer by it. */
  add(ms: number): void;
  /** How much of it was asked for. */
  askedMs(): number;
}

/**
 * An event loop takes what has come, and one commit is shared by all of that. So of sixteen answers that come together the
 * first is done alone, the others with each other, and what follows them begins together: answers are not waited for
 * while others compute, as they would be if each ended in its turn.
 * @param roundMs what a round takes besides, however many are in it
 */
export function createProcessor(events: Events, roundMs: number): Processor {
  let waiting: { readonly ms: number; readonly done: () => void }[] = [];
  let busy = false;
  let asked = 0;
  let added = 0;

  function begin(): void {
    const round = waiting;
    busy = round.length > 0;
    if (!busy) return;
    const ms = round.reduce((sum, one) => sum + one.ms, added + roundMs);
    [waiting, added] = [[], 0];
    asked += roundMs;
    events.at(events.now() + ms, () => {
      begin();
      for (const { done } of round) done();
    });
  }

  return {
    askedMs: () => asked,
    add(ms) {
      asked += ms;
      added += ms;
    },
    spend(ms, done) {
      asked += ms;
      waiting.push({ ms, done });
      if (!busy) begin();
    },
  };
}
