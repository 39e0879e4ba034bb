import type { Job, JobKind, TakenOver } from '../job.ts';
import type { Clock, LostJobs } from '../ports/index.ts';
import { among } from './among.ts';
import type { Doors } from './doors.ts';
import { freeGroup, leaseGroup, noteHeld } from './job-groups.ts';
import { addDeadLetter, change, leasedRow, settle } from './jobs.ts';
import { jobOf, leaseJobs } from './lease-jobs.ts';
import { isShared } from './locks.ts';
import { chooseLost, type Lost } from './lost-company.ts';
import type { Database } from './schema.ts';
import { appendSteps } from './trace.ts';

/** How often a process may end while it works on a job and on nothing else. */
const MOST_LOST_LEASES = 3;
/** More than a few processes can have under way when they end. */
const MOST_LOST = 1_000;

type Options = Parameters<LostJobs['takeOver']>[0];

export function createLostJobs(doors: Doors, clock: Clock): LostJobs {
  return {
    async takeOver(options) {
      // As a rule there are none, and that is found out without a transaction.
      if ((await lostJobs(doors.read, options)).length === 0) return [];
      return doors.write(async (db) => {
        const lost = await lostJobs(db, options);
        const guilty = lost.filter(({ lostLeases }) => (lostLeases ?? 0) >= MOST_LOST_LEASES);
        for (const one of await hold(db, guilty, options.now)) await giveUp(db, one, clock.now());
        const { takenOver, chosen } = chooseLost(
          lost.filter((one) => !guilty.includes(one)),
          options,
        );
        const ours = await hold(db, chosen, options.now);
        return lease(db, ours, { leasedUntil: options.now + options.leaseMs, takenOver });
      });
    },
    begin: (job, leasedUntil) =>
      doors.write(async (db) => {
        const row = await leasedRow(db, job);
        if (row === undefined) return undefined;
        const attempts = row.attempts + 1;
        await change(db, row, { leasedUntil, attempts, lostLeases: row.lostLeases + 1 });
        await leaseGroup(db, { kind: job.kind, name: job.group }, job.subject, leasedUntil);
        return { ...job, leasedUntil, attempts };
      }),
  };
}

/** Those whose leases ran out the longest ago come first. */
async function lostJobs(db: Database, { now, room, isAlive = () => false }: Options): Promise<readonly Lost[]> {
  const rows = await db
    .selectFrom('jobGroup')
    .leftJoin('job', (join) =>
      join.onRef('job.subject', '=', 'jobGroup.leasedJob').onRef('job.kind', '=', 'jobGroup.kind'),
    )
    .select(['jobGroup.kind', 'name', 'leasedJob', 'job.lostLeases', 'job.takenOver'])
    .where('leasedJob', 'is not', null)
    .where('readyAt', '<=', now)
    .orderBy('readyAt')
    .limit(MOST_LOST)
    .execute();
  // Told apart here, for the index of leases does not know kinds, and the other one goes through all that is ready.
  return rows
    .map((row) => ({
      ...row,
      kind: row.kind as JobKind,
      subject: row.leasedJob ?? '',
      takenOver: row.takenOver as TakenOver | null,
    }))
    .filter(({ kind, subject }) => (room.get(kind) ?? 0) > 0 && !isAlive(kind, subject));
}

/** Of these those that nobody else is taking over, and whose lease nobody made longer meanwhile. */
async function hold(db: Database, lost: readonly Lost[], now: number): Promise<readonly Lost[]> {
  if (!isShared(db)) return lost;
  const ours: Lost[] = [];
  for (const [kind, some] of Map.groupBy(lost, (one) => one.kind)) {
    const names = some.map(({ name }) => name);
    const rows = await db
      .selectFrom('jobGroup')
      .select(['name', 'leasedJob'])
      .where('kind', '=', kind)
      .where(among(db, 'name', names))
      .where('readyAt', '<=', now)
      .forUpdate()
      .skipLocked()
      .execute();
    noteHeld(db, ...rows.map(({ name }) => `${kind} ${name}`));
    const free = new Map(rows.map(({ name, leasedJob }) => [name, leasedJob]));
    ours.push(...some.filter(({ name, subject }) => free.get(name) === subject));
  }
  return ours;
}

async function lease(
  db: Database,
  lost: readonly Lost[],
  how: { readonly leasedUntil: number; readonly takenOver: TakenOver },
): Promise<readonly Job[]> {
  const jobs: Job[] = [];
  for (const [kind, some] of Map.groupBy(lost, (one) => one.kind)) {
    const subjects = some.map(({ subject }) => subject);
    const rows = await leaseJobs(db, kind, subjects, how);
    const found = new Map(rows.map((row) => [row.subject, row]));
    for (const { subject, name } of some) {
      const row = found.get(subject);
      if (row) jobs.push(jobOf(row, how.leasedUntil));
      // Removed while it ran, with the site that it was of.
      else await freeGroup(db, kind, name);
    }
  }
  return jobs;
}

/** It probably ends the process. */
async function giveUp(db: Database, { kind, subject }: Lost, at: number): Promise<void> {
  const row = await db
    .selectFrom('job')
    .selectAll()
    .where('subject', '=', subject)
    .where('kind', '=', kind)
    .executeTakeFirst();
  if (row === undefined) return;
  const job = jobOf(row, at);
  const reason = `Given up: the program ended ${MOST_LOST_LEASES} times while it worked on this.`;
  await settle(db, job);
  await addDeadLetter(db, job, reason, at);
  // Nobody else is left to tell the owner.
  await appendSteps(db, subject, [{ at, step: 'waiting', outcome: 'given up', reason }]);
  if (kind === 'deliver')
    await db
      .updateTable('delivery')
      .set({ status: 'failed', reason, updatedAt: at })
      .where('id', '=', subject)
      .execute();
}
