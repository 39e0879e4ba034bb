import type { Job, JobKind, NewJob } from '../job.ts';
import type { Clock, Jobs } from '../ports/index.ts';
import { countArrivals, lineUpArrived, takeArrival } from './arrivals.ts';
import { drawNumber } from './counter.ts';
import type { Doors } from './doors.ts';
import { noteDue } from './due.ts';
import { enqueueAll } from './enqueue-all.ts';
import { freeGroup, holdLine, holdsLine, leaseGroup, lineUp, noteHeld, readyGroups } from './job-groups.ts';
import { createReadyTimes } from './job-starts.ts';
import { leaseNext } from './lease-jobs.ts';
import { isShared, lock } from './locks.ts';
import type { Database } from './schema.ts';
import type { JobTable } from './schema-queue.ts';
import { createSiteTurns } from './site-turns.ts';
import { endStrayLeases, endStrayWaits } from './stray-times.ts';

type Row = JobTable;

/**
 * Arrivals are added to a queue that is long no more often than this: the turns of sites need them, but they would start no
 * sooner. In a flood hundreds were lined up for each job that was taken, or that could not be taken because the line of
 * its host was busy, and that took a tenth of the event loop's time and the write lock a hundred times a second.
 */
const LINE_UP_MS = 200;
/** More jobs than one process can do meanwhile. */
const LONG = 1_000;
const ALL_KINDS: readonly JobKind[] = ['verify', 'deliver', 'map', 'watch', 'hook', 'notice', 'avatar'];

/**
 * The queue as rows beside the mentions, so that a job is enqueued in its mention's own transaction and ends in the
 * transaction of its check. The same on both databases. On PostgreSQL pg-boss 12.38 was measured beside it on one server
 * (600 jobs of 500 groups, eight at once, once, under load; milliseconds of processor in the program and in PostgreSQL, statements): enqueued in
 * a transaction 0.25 + 0.94, 4; fetched by eight with `groupConcurrency: 1` and completed 0.21 + 0.77, 1.1. Ours: 0.87 +
 * 0.44, 8; claimed by eight and finished 1.05 + 0.80, 6.4. But a mention that arrives needs no enqueueing, being its own job,
 * and is stored for 0.12 + 0.12 and 0.2 statements, so that the two cost about the same for each look. What a
 * mention's job needs would have to be built around it: the number of a lease, ending with the check or not at all, turns
 * of sites, a job that moves forward when it is announced again.
 */
export function createJobs(doors: Doors, clock: Clock): Jobs {
  const turns = createSiteTurns();
  const readyTimes = createReadyTimes(doors.read);
  let enoughUntil = Number.NEGATIVE_INFINITY;
  /** Until when arrivals need not be added; a time further off was told by a clock that was set back since. */
  const isEnough = (now: number) => now < enoughUntil && enoughUntil - now <= LINE_UP_MS;

  async function addArrived(db: Database, now: number): Promise<void> {
    if (isEnough(now)) return;
    await lineUpArrived(db, now);
    enoughUntil = (await isLong(db)) ? now + LINE_UP_MS : Number.NEGATIVE_INFINITY;
  }

  const starts: Jobs['starts'] = (kinds) =>
    readyTimes(kinds, isEnough(clock.now()) ? enoughUntil : Number.NEGATIVE_INFINITY);

  return {
    enqueue: (job) => doors.write((db) => enqueue(db, job)),
    enqueueAll: (jobs) => doors.write((db) => enqueueAll(db, jobs)),
    claim: ({ now, limit, leaseMs, kinds = ALL_KINDS, sweep = true }) =>
      doors.write(async (db) => {
        const leasedUntil = now + leaseMs;
        if (sweep) {
          await endStrayLeases(db, now, leaseMs);
          await endStrayWaits(db, kinds, now);
        }
        if (kinds.includes('verify')) await addArrived(db, now);
        const ready = await readyGroups(db, kinds, now, limit, turns);
        return leaseNext(db, ready, { now, leasedUntil, turns });
      }),
    renew: (job, leasedUntil) =>
      doors.write(async (db) => {
        const row = await leasedRow(db, job);
        if (row?.leasedUntil == null) return undefined;
        if (leasedUntil === undefined) return { ...job, leasedUntil: row.leasedUntil };
        await change(db, row, { leasedUntil });
        await leaseGroup(db, { kind: job.kind, name: job.group }, job.subject, leasedUntil);
        return { ...job, leasedUntil };
      }),
    finish: (job) => doors.write(async (db) => void (await settle(db, job))),
    postpone: (job, at, { keepAttempts = true } = {}) =>
      doors.write(async (db) => {
        const row = await leasedRow(db, job);
        if (row === undefined) return;
        const startAfter = Math.min(at, row.againAt ?? at);
        await putBack(db, row, startAfter, keepAttempts ? row.attempts : row.attempts - 1);
      }),
    bury: (job, reason) =>
      doors.write(async (db) => {
        if (await settle(db, job)) await addDeadLetter(db, job, reason, clock.now());
      }),
    starts,
    async nextStart(kinds = ALL_KINDS) {
      const times = [...(await starts(kinds)).values()];
      return times.length === 0 ? undefined : Math.min(...times);
    },
    async counts() {
      const all = doors.read.selectFrom('job').select((eb) => eb.fn.countAll<number>().as('n'));
      const running = doors.read.selectFrom('jobGroup').select((eb) => eb.fn.count<number>('leasedJob').as('n'));
      const given = doors.read.selectFrom('deadJob').select((eb) => eb.fn.countAll<number>().as('n'));
      const leased = (await running.executeTakeFirstOrThrow()).n;
      const waiting = (await all.executeTakeFirstOrThrow()).n - leased + (await countArrivals(doors.read));
      return { waiting, leased, dead: (await given.executeTakeFirstOrThrow()).n };
    },
  };
}

/** For a job that is to be there from the transaction on in which its reason is written. */
export async function enqueue(db: Database, job: NewJob): Promise<void> {
  const { kind, subject, group, site = '', startAfter: wanted } = job;
  noteDue(db);
  const arrived = kind === 'verify' ? await takeArrival(db, subject) : undefined;
  const startAfter = Math.min(wanted, arrived ?? wanted);
  const row = await waitingOrRunning(db, kind, subject);
  if (row === undefined) {
    const id = await drawNumber(db, 'job');
    await db
      .insertInto('job')
      .values({ id, kind, subject, groupName: group, site, startAfter, attempts: 0, lostLeases: 0, lease: 0 })
      .execute();
    await lineUp(db, { ...job, startAfter });
  } else if (row.leasedUntil !== null) {
    await change(db, row, { againAt: Math.min(startAfter, row.againAt ?? startAfter) });
  } else if (startAfter < row.startAfter) {
    await change(db, row, { startAfter });
    await lineUp(db, { kind, group: row.groupName, site: row.site, startAfter });
  }
}

/** As it stands when its line is ours: whoever claims or finishes a job takes the line first, too. */
async function waitingOrRunning(db: Database, kind: JobKind, subject: string): Promise<Row | undefined> {
  await lock(db, `job ${kind} ${subject}`);
  const job = db.selectFrom('job').selectAll().where('subject', '=', subject).where('kind', '=', kind);
  const row = await job.executeTakeFirst();
  if (row === undefined || !isShared(db)) return row;
  await holdLine(db, kind, row.groupName);
  return job.forUpdate().executeTakeFirst();
}

async function isLong(db: Database): Promise<boolean> {
  const nth = db
    .selectFrom('job')
    .select('id')
    .offset(LONG - 1);
  return (await nth.limit(1).executeTakeFirst()) !== undefined;
}

export async function addDeadLetter(db: Database, job: Job, reason: string, at: number): Promise<void> {
  const { kind, subject, group: groupName, attempts } = job;
  await db
    .insertInto('deadJob')
    .values({ kind, subject, groupName, attempts, reason, at })
    .onConflict((conflict) => conflict.columns(['subject', 'kind']).doUpdateSet({ groupName, attempts, reason, at }))
    .execute();
}

/**
 * The row of a job while the lease is still this worker's: what a worker says after losing it counts for nothing. Told
 * by the number of the lease, for when it ends may have been changed while the worker was about to speak.
 */
export async function leasedRow(db: Database, job: Job): Promise<Row | undefined> {
  const row = await db
    .selectFrom('jobGroup')
    .innerJoin('job', (join) =>
      join.onRef('job.kind', '=', 'jobGroup.kind').onRef('job.groupName', '=', 'jobGroup.name'),
    )
    .selectAll('job')
    .where('jobGroup.kind', '=', job.kind)
    .where('jobGroup.name', '=', job.group)
    .where('job.subject', '=', job.subject)
    .where('job.id', '=', job.id)
    .where('job.lease', '=', job.lease)
    .where('job.leasedUntil', 'is not', null)
    // In this order: see `holdLine`.
    .forUpdate(['jobGroup', 'job'])
    .executeTakeFirst();
  if (row !== undefined) noteHeld(db, `${job.kind} ${job.group}`);
  return row;
}

/** Ends the work on a job; false when the lease was lost. */
export async function settle(db: Database, job: Job): Promise<boolean> {
  // Who asked in this transaction whether the lease is held need not read the job again.
  if (holdsLine(db, job.kind, job.group) && (await removeLeased(db, job))) return true;
  const row = await leasedRow(db, job);
  if (row === undefined) return false;
  if (row.againAt !== null) await putBack(db, row, row.againAt, 0);
  else await removeLeased(db, job);
  return true;
}

/** False when it is not ours any more, or was enqueued again meanwhile. */
async function removeLeased(db: Database, { kind, subject, id, lease, group }: Job): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('job')
    .where('subject', '=', subject)
    .where('kind', '=', kind)
    .where('id', '=', id)
    .where('lease', '=', lease)
    .where('leasedUntil', 'is not', null)
    .where('againAt', 'is', null)
    .executeTakeFirst();
  if (Number(numDeletedRows) === 0) return false;
  await freeGroup(db, kind, group);
  return true;
}

async function putBack(db: Database, row: Row, startAfter: number, attempts: number): Promise<void> {
  await change(db, row, { startAfter, attempts, leasedUntil: null, lostLeases: 0, takenOver: null, againAt: null });
  await freeGroup(db, row.kind as JobKind, row.groupName);
}

export async function change(db: Database, row: Row, to: Partial<Row>): Promise<void> {
  await db.updateTable('job').set(to).where('subject', '=', row.subject).where('kind', '=', row.kind).execute();
}
