import type { Job, JobKind, TakenOver } from '../job.ts';
import { among } from './among.ts';
import { freeGroup, type Group } from './job-groups.ts';
import type { Database } from './schema.ts';
import type { JobTable } from './schema-queue.ts';
import type { SiteTurns } from './site-turns.ts';

export interface Leasing {
  readonly now: number;
  readonly leasedUntil: number;
  readonly turns: SiteTurns;
}

/**
 * Leases a job of each of these groups, whose lines are ours and none of whose jobs is leased: three statements however many
 * they are. Answers the jobs in the order of the groups.
 */
export async function leaseNext(db: Database, groups: readonly Group[], leasing: Leasing): Promise<readonly Job[]> {
  const jobs = new Map<Group, Job>();
  for (const [kind, some] of Map.groupBy(groups, (group) => group.kind)) await leaseKind(db, kind, some, leasing, jobs);
  return groups.flatMap((group) => jobs.get(group) ?? []);
}

async function leaseKind(
  db: Database,
  kind: JobKind,
  groups: readonly Group[],
  { now, leasedUntil, turns }: Leasing,
  jobs: Map<Group, Job>,
): Promise<void> {
  const lines = await headsOf(db, kind, groups, now);
  const chosen = new Map<string, Group>();
  for (const group of groups) {
    const subject = nextInLine(kind, lines.get(group.name), turns);
    if (subject === undefined) await freeGroup(db, kind, group.name);
    else chosen.set(subject, group);
  }
  if (chosen.size === 0) return;
  for (const row of await leaseJobs(db, kind, [...chosen.keys()], { leasedUntil })) {
    const group = chosen.get(row.subject);
    if (group) jobs.set(group, jobOf(row, leasedUntil));
  }
}

/** Leases these jobs, whose lines are ours, and counts the attempt, which one that is to be alone only begins later. */
export async function leaseJobs(
  db: Database,
  kind: JobKind,
  subjects: readonly string[],
  { leasedUntil, takenOver }: { readonly leasedUntil: number; readonly takenOver?: TakenOver },
): Promise<readonly JobTable[]> {
  const rows = await db
    .updateTable('job')
    .set((eb) => ({
      ...(takenOver && { takenOver }),
      leasedUntil,
      attempts: eb('attempts', '+', takenOver === 'alone' ? 0 : 1),
      lease: eb('lease', '+', 1),
    }))
    .where('kind', '=', kind)
    .where(among(db, 'subject', subjects))
    .returningAll()
    .execute();
  await db
    .updateTable('jobGroup')
    .from('job')
    .set((eb) => ({ leasedJob: eb.ref('job.subject'), readyAt: leasedUntil }))
    .where('job.kind', '=', kind)
    .where(among(db, 'job.subject', subjects))
    .whereRef('jobGroup.kind', '=', 'job.kind')
    .whereRef('jobGroup.name', '=', 'job.groupName')
    .execute();
  return rows;
}

/** The first in a line, and the one of those that are due which became due last. */
interface Heads {
  readonly first: string | null;
  readonly firstSite: string | null;
  readonly last: string | null;
  readonly lastSite: string | null;
}

async function headsOf(
  db: Database,
  kind: JobKind,
  groups: readonly Group[],
  now: number,
): Promise<ReadonlyMap<string, Heads>> {
  const names = groups.map(({ name }) => name);
  const rows = await db
    .selectFrom('jobGroup')
    .select((eb) => {
      const line = eb
        .selectFrom('job')
        .whereRef('job.groupName', '=', 'jobGroup.name')
        .whereRef('job.kind', '=', 'jobGroup.kind')
        .limit(1);
      const first = line.orderBy('startAfter').orderBy('id');
      const last = line.where('startAfter', '<=', now).orderBy('startAfter', 'desc').orderBy('id', 'desc');
      return [
        'name',
        first.select('subject').as('first'),
        first.select('job.site').as('firstSite'),
        last.select('subject').as('last'),
        last.select('job.site').as('lastSite'),
      ];
    })
    .where('kind', '=', kind)
    .where(among(db, 'name', names))
    .execute();
  return new Map(rows.map(({ name, ...heads }) => [name, heads]));
}

/**
 * Whose turn it is in a line: the first, or the one that became due last where that is of a site that was served longer
 * ago. Many sites link to one host, and each link waits in that host's line.
 */
function nextInLine(kind: JobKind, heads: Heads | undefined, turns: SiteTurns): string | undefined {
  if (heads?.first == null) return undefined;
  const [first, last] = [
    { kind, site: heads.firstSite ?? '' },
    { kind, site: heads.lastSite ?? '' },
  ];
  const isLast = heads.last !== null && first.site !== last.site && turns.isBefore(last, first);
  turns.note(isLast ? last : first);
  return (isLast ? heads.last : heads.first) ?? undefined;
}

export function jobOf(row: JobTable, leasedUntil: number): Job {
  const { id, kind, subject, groupName: group, site, startAfter, attempts, lease, takenOver } = row;
  return {
    ...{ id, kind: kind as JobKind, subject, group, startAfter, attempts, leasedUntil, lease },
    ...(site !== '' && { site }),
    ...(takenOver !== null && { takenOver: takenOver as TakenOver }),
  };
}
