import type { Events } from './events.ts';

/** One thread that does a little of each look in turn. */
export interface Processor {
  /** Calls back when so many milliseconds were spent on this. */
  spend(ms: number, done: () => void): void;
  /** Something that nobody waits for: whoever is in turn next waits for it. */
  add(ms: number): void;
  /** How much of it was asked for. */
  askedMs(): number;
}

/**
 * In so many parts a look is done, with others between them: its page is fetched and goes to the thread that reads it; then
 * it is judged and written.
 */
const TURNS = 2;

/**
 * An event loop takes what has come in the order of its coming, a part at a time. So of sixteen answers that come together
 * none is done before a part of each was, and they end one soon after the other: what follows them begins nearly together,
 * and waits for its pages while the last of them still compute.
 */
export function createProcessor(events: Events): Processor {
  const waiting: { readonly ms: number; readonly left: number; readonly done: () => void }[] = [];
  let busy = false;
  let asked = 0;
  let added = 0;

  function begin(): void {
    const one = waiting.shift();
    busy = one !== undefined;
    if (!one) return;
    const ms = one.ms + added;
    added = 0;
    events.at(events.now() + ms, () => {
      if (one.left > 1) waiting.push({ ...one, left: one.left - 1 });
      begin();
      if (one.left === 1) one.done();
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
      waiting.push({ ms: ms / TURNS, left: TURNS, done });
      if (!busy) begin();
    },
  };
}
