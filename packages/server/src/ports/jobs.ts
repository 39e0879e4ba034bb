import type { Job, JobKind, NewJob, NewRound } from '../job.ts';

/** The queue. What a worker says of a job whose lease it lost changes nothing. Inside `Store.transaction` its writes belong to that transaction. */
export interface Jobs {
  /** One waiting job per kind and subject: a second one moves the first to the earlier of the two times. */
  enqueue(job: NewJob): Promise<void>;
  /** The same for many together, of which none may be named twice: some statements for all of them. */
  enqueueAll(jobs: readonly NewRound[]): Promise<void>;
  /**
   * Takes up to `limit` jobs that are due and not leased, the longest due first, never two of one group and none of a
   * group with a leased job; a group belongs to its kind. Counts the attempt. One whose lease ran out is not waiting: see
   * `LostJobs`. `sweep: false` leaves out the search for times that a wrong clock made, which need not be done each time.
   */
  claim(options: {
    readonly now: number;
    readonly limit: number;
    readonly leaseMs: number;
    readonly kinds?: readonly JobKind[];
    readonly sweep?: boolean;
  }): Promise<readonly Job[]>;
  /**
   * Sets when the lease ends; answers the job to go on with, `undefined` when the lease was lost. Without a time it only
   * asks whether the lease is still held.
   */
  renew(job: Job, leasedUntil?: number): Promise<Job | undefined>;
  /** Removes it. A job that was enqueued again meanwhile stays, unleased. */
  finish(job: Job): Promise<void>;
  /** Gives it back, to start at `at`. `keepAttempts: false` undoes the count (waiting is not an attempt). */
  postpone(job: Job, at: number, options?: { readonly keepAttempts?: boolean }): Promise<void>;
  /** Gives it up for good; kept as a dead letter with the reason. */
  bury(job: Job, reason: string): Promise<void>;
  /** When a job may next be had: a waiting one's start or the end of a lease; `undefined` when there is none. */
  nextStart(kinds?: readonly JobKind[]): Promise<number | undefined>;
  /** The same for each kind that has any. */
  starts(kinds: readonly JobKind[]): Promise<ReadonlyMap<JobKind, number>>;
  /** How many wait, are leased, are dead. */
  counts(): Promise<{ readonly waiting: number; readonly leased: number; readonly dead: number }>;
}
