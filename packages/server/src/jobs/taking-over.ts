import type { Job, JobKind } from '../job.ts';
import type { Clock, Jobs, LostJobs } from '../ports/index.ts';

export interface TakingOverDeps {
  readonly jobs: Jobs;
  readonly lostJobs: LostJobs;
  readonly clock: Clock;
  readonly elapsed: () => number;
  readonly leaseMs: number;
  /** What runs in this process, without what hangs. */
  readonly underWay: () => readonly Job[];
  /** Of each kind. */
  readonly room: () => ReadonlyMap<JobKind, number>;
  readonly isAlive: (kind: JobKind, subject: string) => boolean;
}

export interface TakingOver {
  /** Whether nothing may begin, for a job is alone in this process or waits until it can be. */
  isQuiet(): boolean;
  /** Takes over what may be begun now; what is to be alone it keeps until nothing else runs. */
  take(): Promise<readonly Job[]>;
  /** What was taken over ended: others may be next. */
  lookAgain(): void;
}

/** Leases last much longer, and the queue is asked a hundred times a second. */
const LOOK_MS = 1_000;

/**
 * Takes over the jobs of processes that ended. One that may be what ended them is begun when nothing else runs here, and
 * nothing else is begun before it is done, so that it alone can be blamed when this process ends too. That holds up one
 * process for as long as what runs in it takes, and happens only where processes ended three times with the same job.
 */
export function createTakingOver(deps: TakingOverDeps): TakingOver {
  const { jobs, lostJobs, clock, elapsed, leaseMs, underWay } = deps;
  let waiting: Job | undefined;
  let lookedAt = Number.NEGATIVE_INFINITY;

  /** It may have to wait until somebody else's server has answered. */
  async function keep(job: Job, now: number): Promise<Job | undefined> {
    const left = job.leasedUntil - now;
    return left > leaseMs / 2 && left <= leaseMs ? job : jobs.renew(job, now + leaseMs);
  }

  async function beginAlone(): Promise<readonly Job[]> {
    const now = clock.now();
    waiting = waiting && (await keep(waiting, now));
    if (waiting === undefined || underWay().length > 0) return [];
    const job = await lostJobs.begin(waiting, now + leaseMs);
    waiting = undefined;
    return job ? [job] : [];
  }

  return {
    isQuiet: () => waiting !== undefined || underWay().some(({ takenOver }) => takenOver === 'alone'),
    async take() {
      if (waiting) return beginAlone();
      if (Math.abs(elapsed() - lookedAt) < LOOK_MS) return [];
      const room = deps.room();
      const beside = underWay().flatMap(({ takenOver }) => takenOver ?? []);
      const taken = await lostJobs.takeOver({ now: clock.now(), leaseMs, room, beside, isAlive: deps.isAlive });
      // There may be more than there was room for.
      lookedAt = taken.length > 0 ? Number.NEGATIVE_INFINITY : elapsed();
      const [first] = taken;
      if (first?.takenOver !== 'alone') return taken;
      waiting = first;
      return beginAlone();
    },
    lookAgain() {
      lookedAt = Number.NEGATIVE_INFINITY;
    },
  };
}
