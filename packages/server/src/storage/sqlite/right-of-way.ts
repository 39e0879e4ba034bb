import { setImmediate as nextRound } from 'node:timers/promises';

/** The event loop has the write lock, or is next to have it. */
const CLAIMED = 0;
/** The intake has it, or waits for it. */
const WANTED = 1;
/** How many batches the intake has ended. */
const ENDED = 2;

/** Milliseconds after which nobody waits for the other: it may be another process that holds the lock. */
const LONGEST_MS = 50;

/** The event loop's side. */
export interface RightOfWay {
  /** What the thread of the intake is given. */
  readonly cells: Int32Array<SharedArrayBuffer>;
  /** The intake waits for the lock, or has it. */
  isAsked(): boolean;
  /** Resolves when the intake had its turn, if it wants one; then the next is ours. */
  claim(): Promise<void>;
  /** The lock was given back, or could not be had. */
  release(): void;
  /** The intake's thread is gone. */
  forget(): void;
}

/**
 * Who of this process's two writers may go first. SQLite's lock decides in the end, and knows no queue: whoever is locked
 * out sleeps for 1, 2, 5 and then more milliseconds and tries again. An event loop that wrote down the results of sixteen
 * looks made 32 senders wait for 20 ms, and one that was slow for 5 s. So the two take turns: a batch of the intake, then
 * one transaction of the event loop.
 */
export function createRightOfWay(): RightOfWay {
  const cells = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT));
  const isAsked = () => Atomics.load(cells, WANTED) === 1;
  return {
    cells,
    isAsked,
    async claim() {
      const ended = Atomics.load(cells, ENDED);
      const until = performance.now() + LONGEST_MS;
      while (isAsked() && Atomics.load(cells, ENDED) === ended && performance.now() < until) await nextRound();
      Atomics.store(cells, CLAIMED, 1);
    },
    release() {
      Atomics.store(cells, CLAIMED, 0);
      Atomics.notify(cells, CLAIMED);
    },
    forget() {
      Atomics.store(cells, WANTED, 0);
    },
  };
}

/** The side of the intake's thread, which may stand still: runs a transaction when the event loop's is over. */
export function inTurn<T>(cells: Int32Array<SharedArrayBuffer>, transaction: () => T): T {
  Atomics.store(cells, WANTED, 1);
  Atomics.wait(cells, CLAIMED, 1, LONGEST_MS);
  try {
    return transaction();
  } finally {
    Atomics.add(cells, ENDED, 1);
    Atomics.store(cells, WANTED, 0);
  }
}
