import type { Clock } from './ports/index.ts';

const RECENT_MS = 1_000;

/**
 * What is asked once a second at most, however many want to know: the answer itself while it is known, and a promise only
 * where the store has to be asked, for this is on the way of every notification. Whoever comes while it is asked waits for
 * the answer: nobody is let in by what was true before. One that failed is no answer for the next.
 */
export function createRecently<T>(clock: Clock, ask: () => Promise<T>): () => T | Promise<T> {
  let known: { readonly answer: T } | undefined;
  let asking: Promise<T> | undefined;
  let askedAt = 0;

  function askNow(): Promise<T> {
    const current = ask();
    known = undefined;
    asking = current;
    askedAt = clock.now();
    current.then(
      (answer) => {
        if (asking === current) known = { answer };
      },
      () => {
        if (asking === current) asking = undefined;
      },
    );
    return current;
  }

  return () => {
    // A clock that was set back must not keep old answers alive.
    if (asking === undefined || Math.abs(clock.now() - askedAt) >= RECENT_MS) return askNow();
    return known ? known.answer : asking;
  };
}
