import { isStorageTrouble, messageOf } from '../errors.ts';
import type { Job, JobKind } from '../job.ts';
import type { Clock, Jobs, LostJobs, Random } from '../ports/index.ts';
import type { JobOutcome } from './outcome.ts';
import { retryAt } from './retry.ts';
import { createTakingOver } from './taking-over.ts';

export type JobHandler = (job: Job) => Promise<JobOutcome>;

export interface StepDeps {
  readonly jobs: Jobs;
  readonly lostJobs: LostJobs;
  readonly clock: Clock;
  /** Milliseconds since some moment, never set back or forward; those of the clock unless told. */
  readonly elapsed?: () => number;
  readonly random: Random;
  readonly handlers: Readonly<Record<JobKind, JobHandler>>;
  /** How many jobs of a kind may run at once; the usual numbers unless told. */
  readonly room?: Partial<Readonly<Record<JobKind, number>>>;
  /** Waits before what came of a job is written once more; without it that is tried once, and the lease runs out. */
  readonly pause?: (ms: number) => Promise<void>;
  /** Hears of every job that ended (then there is room, and the next of its group may start). */
  readonly onEnd?: () => void;
  /** Hears of a handler that threw, and of a queue that could not be written. */
  readonly onFailure: (job: Job, reason: string, error: unknown) => void;
}

export interface Step {
  /** Claims what is due, as much as there is room for, and begins it without waiting for its end; answers how many. */
  begin(): Promise<number>;
  /** When `begin` may find more: the next start among the kinds that have room; `undefined` when there is none. */
  next(): Promise<number | undefined>;
  /** Resolves when nothing that was begun still runs. */
  idle(): Promise<void>;
  /**
   * Gives back what still runs, so that whoever comes next need not wait for the leases to end; it was no attempt. What
   * comes of it here counts for nothing any more.
   */
  release(): Promise<void>;
}

/** Telling is waiting for fifty slow hosts; verifying is reading pages, which the processor feels. */
const USUAL_ROOM: Readonly<Record<JobKind, number>> = {
  verify: 16,
  deliver: 64,
  map: 4,
  watch: 4,
  hook: 8,
  notice: 4,
  avatar: 2,
  chore: 2,
};
/** A check that took longer than this waits for somebody else's server and needs nothing of ours: it makes room. */
const SLOW_MS = 500;
/**
 * How many times its room a kind may have under way with those that wait. Two hundred hosts that hang until their deadlines
 * would fill a room of sixteen for three minutes, and whoever comes behind them would be one of theirs.
 */
const CROWD: Readonly<Record<JobKind, number>> = {
  verify: 8,
  deliver: 1,
  map: 1,
  watch: 1,
  hook: 1,
  notice: 1,
  avatar: 1,
  chore: 1,
};
/** Longer than two requests with their deadlines of 15 s, and a killed worker's jobs are taken over within a minute. */
const LEASE_MS = 45_000;
/** A job that still runs is leased on, but not for ever: a handler that hangs loses its job. */
const LONGEST_MS = 10 * 60_000;
/** How often what came of a job is written when the store is away. */
const AGAIN_MS = 1_000;
/** When a job is tried again that the store was in the way of. */
const AWAY_MS = 10_000;
/** The queue is swept of waits that a wrong clock made this often, and at once when the clock was set back. */
const SWEEP_MS = 60_000;

/** One turn of the work on the queue; `startLoop` repeats it. */
export function createStep(deps: StepDeps): Step {
  const { jobs, clock } = deps;
  const room = { ...USUAL_ROOM, ...deps.room };
  const kinds = Object.keys(room) as JobKind[];
  const elapsed = deps.elapsed ?? clock.now;
  const running = new Map<symbol, { job: Job; readonly begunAt: number; readonly end: Promise<void> }>();
  /** When jobs that ran here ended. */
  const ended = new Map<string, number>();
  const sweptAt = new Map<JobKind, number>();
  const takingOver = createTakingOver({
    ...{ jobs, lostJobs: deps.lostJobs, clock, elapsed, isAlive, leaseMs: LEASE_MS },
    underWay: () => [...running.values()].filter(isStillOurs).map(({ job }) => job),
    room: () => new Map(kinds.map((kind) => [kind, freeRoom(kind)])),
  });

  /** A handler that hangs loses its job. */
  function isStillOurs({ begunAt }: { readonly begunAt: number }): boolean {
    return elapsed() - begunAt <= LONGEST_MS;
  }

  function freeRoom(kind: JobKind): number {
    if (takingOver.isQuiet()) return 0;
    const now = elapsed();
    const all = [...running.values()].filter(({ job }) => job.kind === kind);
    const busy = CROWD[kind] === 1 ? all : all.filter(({ begunAt }) => now - begunAt < SLOW_MS);
    return Math.min(room[kind] - busy.length, room[kind] * CROWD[kind] - all.length);
  }

  async function claim(kind: JobKind, next: number | undefined): Promise<number> {
    const limit = freeRoom(kind);
    const now = clock.now();
    const sweep = isSweepDue(kind, now);
    if (limit <= 0 || next === undefined || (next > now && !sweep)) return 0;
    if (sweep) sweptAt.set(kind, now);
    const claimed = await jobs.claim({ now, limit, leaseMs: LEASE_MS, kinds: [kind], sweep });
    for (const job of claimed) run(job);
    return claimed.length;
  }

  /**
   * A lease that is over by this clock, of a job that runs here or ran a moment ago: somebody whose clock is another took
   * it over, and works on it. Taking it back would go on in turns until it counts as what ends the process, and is buried.
   */
  function isAlive(kind: JobKind, subject: string): boolean {
    const endedAt = ended.get(`${kind} ${subject}`);
    if (endedAt !== undefined && elapsed() - endedAt <= LEASE_MS) return true;
    return [...running.values()].some(
      (work) => work.job.kind === kind && work.job.subject === subject && isStillOurs(work),
    );
  }

  /** Forgets those that ended longer ago than a lease: the oldest are the first. */
  function noteEnd({ kind, subject }: Job): void {
    const now = elapsed();
    ended.delete(`${kind} ${subject}`);
    ended.set(`${kind} ${subject}`, now);
    for (const [key, at] of ended) {
      if (now - at <= LEASE_MS) return;
      ended.delete(key);
    }
  }

  /** What waits for the year that a wrong clock showed is not due by itself, so claiming has to be tried. */
  function isSweepDue(kind: JobKind, now: number): boolean {
    const last = sweptAt.get(kind);
    return last === undefined || now < last || now - last >= SWEEP_MS;
  }

  function run(job: Job): void {
    const key = Symbol(job.subject);
    const work = async () => {
      const outcome = await attempt(deps, job, () => running.has(key));
      noteEnd(job);
      // Released meanwhile: it is somebody else's, or will be.
      if (!running.has(key)) return;
      await write(key, outcome);
      running.delete(key);
      if (job.takenOver) takingOver.lookAgain();
      deps.onEnd?.();
    };
    running.set(key, { job, begunAt: elapsed(), end: Promise.resolve().then(work) });
  }

  /** Where the store comes back soon nobody has to take the job over; one who has makes it count for nothing. */
  async function write(key: symbol, outcome: JobOutcome): Promise<void> {
    const begun = elapsed();
    for (let work = running.get(key); work !== undefined; work = running.get(key)) {
      try {
        return await conclude(jobs, work.job, outcome);
      } catch (error) {
        deps.onFailure(work.job, messageOf(error), error);
        if (!deps.pause || elapsed() - begun > 2 * LEASE_MS) return;
        await deps.pause(AGAIN_MS);
      }
    }
  }

  async function renewLeases(): Promise<void> {
    const now = clock.now();
    for (const work of running.values()) {
      const left = work.job.leasedUntil - now;
      // More than was given is left when the clock was set back.
      if ((left > LEASE_MS / 2 && left <= LEASE_MS) || !isStillOurs(work)) continue;
      work.job = (await jobs.renew(work.job, now + LEASE_MS)) ?? work.job;
    }
  }

  return {
    async begin() {
      await renewLeases();
      // Before what is new, or a flood of that would leave them no room.
      const taken = await takingOver.take();
      for (const job of taken) run(job);
      // One question for all kinds: while notifications pour in there is room for most of them, and nothing to do.
      const starts = await jobs.starts(kinds.filter((kind) => freeRoom(kind) > 0));
      const begun = await Promise.all(kinds.map((kind) => claim(kind, starts.get(kind))));
      return begun.reduce((sum, count) => sum + count, taken.length);
    },
    next() {
      const open = kinds.filter((kind) => freeRoom(kind) > 0);
      return jobs.nextStart(open);
    },
    async idle() {
      while (running.size > 0) await Promise.all([...running.values()].map((work) => work.end));
    },
    async release() {
      const rest = [...running.values()];
      running.clear();
      const now = clock.now();
      // Where the queue cannot be written the leases run out.
      await Promise.allSettled(rest.map(({ job }) => jobs.postpone(job, now, { keepAttempts: false })));
    },
  };
}

/** A handler that throws has failed an attempt like any other; what it meant to say is lost but for its message. */
async function attempt(
  { handlers, clock, random, onFailure }: StepDeps,
  job: Job,
  isOurs: () => boolean,
): Promise<JobOutcome> {
  try {
    return await handlers[job.kind](job);
  } catch (error) {
    const reason = messageOf(error);
    if (isOurs()) onFailure(job, reason, error);
    const now = clock.now();
    // Nobody else was at fault, so nobody else needs time; and it was no attempt, or a database that is restarted again and
    // again would bury what only it stood in the way of: a site would never be looked at again.
    if (isStorageTrouble(error)) return { outcome: 'later', at: now + AWAY_MS, reason, keepAttempts: false };
    const at = retryAt(job.attempts, now, random);
    return at === undefined ? { outcome: 'buried', reason } : { outcome: 'later', at, reason };
  }
}

/** Gives a job back to the queue as its outcome says. */
export async function conclude(jobs: Jobs, job: Job, outcome: JobOutcome): Promise<void> {
  switch (outcome.outcome) {
    case 'done':
      return jobs.finish(job);
    case 'later':
      return jobs.postpone(job, outcome.at, { keepAttempts: outcome.keepAttempts ?? true });
    case 'buried':
      return jobs.bury(job, outcome.reason);
    case 'settled':
      return;
  }
}
