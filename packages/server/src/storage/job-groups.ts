import type { JobKind, NewJob } from '../job.ts';
import { among } from './among.ts';
import { isShared } from './locks.ts';
import type { Database } from './schema.ts';
import type { SiteTurns } from './site-turns.ts';

export interface Group {
  readonly kind: JobKind;
  readonly name: string;
  readonly readyAt: number;
  /** Subject of the job whose lease ran out. */
  readonly leasedJob: string | null;
  /** Whose job is the first in line. */
  readonly site: string;
}

/**
 * Of the groups that are ready so many are looked at: those that are due the longest, and those that became due last.
 * Behind a hundred thousand jobs of one site the single one of another is among the last.
 */
const WINDOW = 128;

/**
 * Groups whose first job may be taken and none of whose jobs is leased: sites take turns, and of each the longest due
 * comes first.
 */
export async function readyGroups(
  db: Database,
  kinds: readonly JobKind[],
  now: number,
  limit: number,
  turns: SiteTurns,
): Promise<readonly Group[]> {
  const groups: Group[] = [];
  if (limit <= 0) return groups;
  const window = Math.max(limit, WINDOW);
  // One look for each kind, for the index is sorted within a kind only.
  for (const kind of kinds) {
    const ready = db
      .selectFrom('jobGroup')
      .select(['name', 'readyAt', 'leasedJob', 'site'])
      .where('kind', '=', kind)
      .where('readyAt', '<=', now)
      .where('leasedJob', 'is', null)
      .limit(window);
    const first = await ready.orderBy('readyAt').execute();
    const last = first.length < window ? [] : await ready.orderBy('readyAt', 'desc').execute();
    const names = new Set(first.map(({ name }) => name));
    const rows = [...first, ...last.toReversed().filter(({ name }) => !names.has(name))];
    groups.push(...rows.map((row) => ({ ...row, kind })));
  }
  // SQLite gives what is due at one time in the order in which it came, PostgreSQL in any.
  const atOnce = (one: Group, other: Group) => (isShared(db) ? (one.name < other.name ? -1 : 1) : 0);
  const sorted = groups.sort((one, other) => one.readyAt - other.readyAt || atOnce(one, other));
  return isShared(db) ? holdSome(db, sorted, { now, limit, turns }) : turns.pick(sorted, limit);
}

/** Of those that nobody else is about to take; the rest stays for the others. */
async function holdSome(
  db: Database,
  groups: readonly Group[],
  { now, limit, turns }: { readonly now: number; readonly limit: number; readonly turns: SiteTurns },
): Promise<readonly Group[]> {
  const ours: Group[] = [];
  for (let left = groups; left.length > 0 && ours.length < limit; ) {
    const picked = turns.pick(left, limit - ours.length);
    const free = new Set<Group>();
    for (const [kind, some] of Map.groupBy(picked, (group) => group.kind)) {
      const names = await holdFree(
        db,
        kind,
        some.map(({ name }) => name),
        now,
      );
      for (const group of some) if (names.has(group.name)) free.add(group);
    }
    ours.push(...picked.filter((group) => free.has(group)));
    left = left.filter((group) => !picked.includes(group));
  }
  return ours;
}

async function holdFree(
  db: Database,
  kind: JobKind,
  names: readonly string[],
  now: number,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('jobGroup')
    .select('name')
    .where('kind', '=', kind)
    .where(among(db, 'name', names))
    .where('readyAt', '<=', now)
    .where('leasedJob', 'is', null)
    .forUpdate()
    .skipLocked()
    .execute();
  noteHeld(db, ...rows.map(({ name }) => `${kind} ${name}`));
  return new Set(rows.map(({ name }) => name));
}

/** Lines that a transaction holds where others write at the same time. */
const held = new WeakMap<Database, Set<string>>();

/** A row of the line was locked. */
export function noteHeld(db: Database, ...lines: readonly string[]): void {
  if (!isShared(db)) return;
  const all = held.get(db) ?? new Set();
  held.set(db, all);
  for (const line of lines) all.add(line);
}

export function holdsLine(db: Database, kind: JobKind, name: string): boolean {
  return !isShared(db) || held.get(db)?.has(`${kind} ${name}`) === true;
}

/**
 * Nobody else changes the line until the transaction is over. The order in which the queue is locked: the line, then its
 * jobs; the other way round two would wait for each other.
 */
export async function holdLine(db: Database, kind: JobKind, name: string): Promise<void> {
  if (holdsLine(db, kind, name)) return;
  const line = db.selectFrom('jobGroup').select('name').where('kind', '=', kind).where('name', '=', name);
  // One that is not there yet is held by whoever makes it.
  if ((await line.forUpdate().execute()).length > 0) noteHeld(db, `${kind} ${name}`);
}

/** Nobody else gets a job of the group until the lease is over. */
export async function leaseGroup(
  db: Database,
  group: Pick<Group, 'kind' | 'name'>,
  subject: string,
  until: number,
): Promise<void> {
  await db
    .updateTable('jobGroup')
    .set({ leasedJob: subject, readyAt: until })
    .where('kind', '=', group.kind)
    .where('name', '=', group.name)
    .execute();
}

/** A new job waits: the group is ready at its time if that is sooner, unless one of its jobs runs. */
export async function lineUp(
  db: Database,
  { kind, group: name, site = '', startAfter }: Omit<NewJob, 'subject'>,
): Promise<void> {
  await db
    .insertInto('jobGroup')
    .values({ kind, name, readyAt: startAfter, leasedJob: null, site })
    .onConflict((conflict) =>
      conflict
        .columns(['name', 'kind'])
        .doUpdateSet({ readyAt: startAfter, site })
        .where('jobGroup.leasedJob', 'is', null)
        .where('jobGroup.readyAt', '>', startAfter),
    )
    .execute();
}

/** The job that ran is done: the next in line decides when the group is ready; without one the group is removed. */
export async function freeGroup(db: Database, kind: JobKind, name: string): Promise<void> {
  await holdLine(db, kind, name);
  const next = db
    .selectFrom('job')
    .select(['startAfter', 'site'])
    .where('groupName', '=', name)
    .where('kind', '=', kind)
    .orderBy('startAfter')
    .orderBy('id')
    .limit(1);
  const { numUpdatedRows } = await db
    .updateTable('jobGroup')
    .from(next.as('next'))
    .set((eb) => ({ leasedJob: null, readyAt: eb.ref('next.startAfter'), site: eb.ref('next.site') }))
    .where('jobGroup.kind', '=', kind)
    .where('jobGroup.name', '=', name)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0)
    await db.deleteFrom('jobGroup').where('kind', '=', kind).where('name', '=', name).execute();
}
