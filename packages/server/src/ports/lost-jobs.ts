import type { Job, JobKind, TakenOver } from '../job.ts';

/**
 * Jobs whose lease ran out. Most of them were under way in a process that somebody killed, and are to be done soon; one may
 * be what ends each process that works on it, and must take no others along.
 */
export interface LostJobs {
  /**
   * Takes over some, of each kind no more than there is room for and never what somebody else takes over in the same
   * moment; their company is in `takenOver`. The least suspected come first: all that were lost for the first time (as a
   * few where they are no more than that), then those lost in a crowd, eight at most in one process, then those lost among
   * a few, one by one and each alone: it is not to be begun before `begin` said so. One that was lost three times while it
   * was alone is buried: it probably ends the process.
   */
  takeOver(options: {
    readonly now: number;
    readonly leaseMs: number;
    readonly room: ReadonlyMap<JobKind, number>;
    /** Those that were taken over and are under way in this process: no others join them than such as may. */
    readonly beside?: readonly TakenOver[];
    /** Left out are those for which it answers true. */
    readonly isAlive?: (kind: JobKind, subject: string) => boolean;
  }): Promise<readonly Job[]>;
  /**
   * Just before a job that is to be alone begins, and when nothing else is under way: counts the attempt, and that the
   * process may end with it. Answers the job to go on with, `undefined` when the lease was lost.
   */
  begin(job: Job, leasedUntil: number): Promise<Job | undefined>;
}
