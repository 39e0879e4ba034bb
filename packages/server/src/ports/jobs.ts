import type { Job, JobKind, NewJob } from '../job.ts';

/** The queue. Inside `Store.transaction` its writes belong to that transaction. */
export interface Jobs {
  /** One waiting job per kind and subject: a second one moves the first to the earlier of the two times. */
  enqueue(job: NewJob): Promise<void>;
  /**
   * Takes up to `limit` jobs that are due and not leased, the longest due first, never two of one group and none of a
   * group with a leased job. Counts the attempt. A lease that ran out is taken over like a waiting job.
   */
  claim(options: { readonly now: number; readonly limit: number; readonly leaseMs: number; readonly kinds?: readonly JobKind[] }): Promise<readonly Job[]>;
  /** Removes it. A job that was enqueued again meanwhile stays, unleased. */
  finish(job: Job): Promise<void>;
  /** Gives it back, to start at `at`. `keepAttempts: false` undoes the count (waiting is not an attempt). */
  postpone(job: Job, at: number, options?: { readonly keepAttempts?: boolean }): Promise<void>;
  /** Gives it up for good; kept as a dead letter with the reason. */
  bury(job: Job, reason: string): Promise<void>;
  /** When the next waiting job may start; `undefined` when none waits. */
  nextStart(kinds?: readonly JobKind[]): Promise<number | undefined>;
  /** How many wait, are leased, are dead. */
  counts(): Promise<{ readonly waiting: number; readonly leased: number; readonly dead: number }>;
}
