import type { CompiledQuery } from 'kysely';
import type { JobKind, NewJob } from '../job.ts';
import { endStrayArrivals, firstArrival } from './arrivals.ts';
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
  const held: Group[] = [];
  for (let left = groups; left.length > 0 && held.length < limit; ) {
    const picked = turns.pick(left, limit - held.length);
    const rows = await db
      .selectFrom('jobGroup')
      .select(['kind', 'name'])
      .where(({ eb, or }) => or(picked.map(({ kind, name }) => eb('kind', '=', kind).and('name', '=', name))))
      .where('readyAt', '<=', now)
      .where('leasedJob', 'is', null)
      .forUpdate()
      .skipLocked()
      .execute();
    held.push(...picked.filter(({ kind, name }) => rows.some((row) => row.kind === kind && row.name === name)));
    left = left.filter((group) => !picked.includes(group));
  }
  return held;
}

/** More than a few processes can have under way when they end. */
const MOST_LOST = 1_000;

/** The group whose job's lease ran out the longest ago, if there is one, of those that are to be taken over. */
export async function lostGroup(
  db: Database,
  kinds: readonly JobKind[],
  now: number,
  isLost: (subject: string) => boolean,
): Promise<Group[]> {
  const rows = await db
    .selectFrom('jobGroup')
    .select(['kind', 'name', 'readyAt', 'leasedJob', 'site'])
    .where('leasedJob', 'is not', null)
    .where('readyAt', '<=', now)
    .orderBy('readyAt')
    .limit(MOST_LOST)
    .execute();
  // Told apart here, for the index of leases does not know kinds, and the other one goes through all that is ready.
  const groups = rows.map((row) => ({ ...row, kind: row.kind as JobKind }));
  for (const group of groups.filter(({ kind, leasedJob }) => kinds.includes(kind) && isLost(leasedJob ?? '')))
    if (await isStillLost(db, group, now)) return [group];
  return [];
}

/** Nobody else is taking it over, and nobody made its lease longer meanwhile. */
async function isStillLost(db: Database, { kind, name, leasedJob }: Group, now: number): Promise<boolean> {
  if (!isShared(db)) return true;
  const row = await db
    .selectFrom('jobGroup')
    .select('name')
    .where('kind', '=', kind)
    .where('name', '=', name)
    .where('leasedJob', '=', leasedJob)
    .where('readyAt', '<=', now)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Nobody else changes the line until the transaction is over. The order in which the queue is locked: the line, then its
 * jobs; the other way round two would wait for each other.
 */
export async function holdLine(db: Database, kind: JobKind, name: string): Promise<void> {
  if (!isShared(db)) return;
  const line = db.selectFrom('jobGroup').select('name').where('kind', '=', kind).where('name', '=', name);
  await line.forUpdate().execute();
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
  const next = await firstInLine(db, kind, name);
  if (next === undefined) {
    await db.deleteFrom('jobGroup').where('kind', '=', kind).where('name', '=', name).execute();
    return;
  }
  await db
    .updateTable('jobGroup')
    .set({ leasedJob: null, readyAt: next.startAfter, site: next.site })
    .where('kind', '=', kind)
    .where('name', '=', name)
    .execute();
}

async function firstInLine(db: Database, kind: JobKind, name: string): Promise<InLine | undefined> {
  return line(db, kind, name).orderBy('startAfter').orderBy('id').executeTakeFirst();
}

/**
 * Whose turn it is in a line: the first, or the one that became due last where that is of a site that was served longer
 * ago. Many sites link to one host, and each link waits in that host's line.
 */
export async function nextInLine(
  db: Database,
  kind: JobKind,
  name: string,
  now: number,
  turns: SiteTurns,
): Promise<InLine | undefined> {
  const first = await firstInLine(db, kind, name);
  if (first === undefined) return undefined;
  const due = line(db, kind, name).where('startAfter', '<=', now);
  const last = await due.orderBy('startAfter', 'desc').orderBy('id', 'desc').executeTakeFirst();
  if (last === undefined || last.site === first.site) return first;
  return turns.isBefore({ kind, site: last.site }, { kind, site: first.site }) ? last : first;
}

interface InLine {
  readonly subject: string;
  readonly startAfter: number;
  readonly site: string;
}

function line(db: Database, kind: JobKind, name: string) {
  return db
    .selectFrom('job')
    .select(['subject', 'startAfter', 'site'])
    .where('groupName', '=', name)
    .where('kind', '=', kind)
    .limit(1);
}

/** No wait is longer: not the day of a `Retry-After`, and not the month between two looks. */
const LONGEST_WAIT_MS = 60 * 24 * 60 * 60_000;

/**
 * What waits for a time further off than anything could be made to wait was put there by a clock that went wrong: it is
 * due at once, or it would wait for the year that clock showed.
 */
export async function endStrayWaits(db: Database, kinds: readonly JobKind[], now: number): Promise<void> {
  const far = now + LONGEST_WAIT_MS;
  for (const kind of kinds) {
    const stray = (await groupsAfter(db, kind, far)).map(({ name }) => name);
    for (const name of stray) {
      await db
        .updateTable('job')
        .set({ startAfter: now })
        .where('startAfter', '>', far)
        .where('kind', '=', kind)
        .where('groupName', '=', name)
        .execute();
      await db
        .updateTable('jobGroup')
        .set({ readyAt: now })
        .where('kind', '=', kind)
        .where('name', '=', name)
        .execute();
    }
  }
  if (kinds.includes('verify')) await endStrayArrivals(db, now, far);
}

function groupsAfter(db: Database, kind: JobKind, at: number) {
  return db.selectFrom('jobGroup').select('name').where('kind', '=', kind).where('readyAt', '>', at).execute();
}

/**
 * A lease that ends later than any that could be given now was given by a clock that went wrong: it ends at once, or a
 * group would wait for the year that clock showed.
 */
export async function endStrayLeases(db: Database, now: number, leaseMs: number): Promise<void> {
  await db
    .updateTable('jobGroup')
    .set({ readyAt: now })
    .where('leasedJob', 'is not', null)
    .where('readyAt', '>', now + 2 * leaseMs)
    .execute();
}

/**
 * When a group of any of these kinds is ready next: a waiting job's start, an arrival's, or the end of a lease. One
 * statement, built once for the kinds it is of: it is asked a hundred times a second while notifications pour in.
 */
export function createNextReady(db: Database) {
  const known = new Map<string, CompiledQuery<Record<string, number | null>>>();

  function query(kinds: readonly JobKind[]): CompiledQuery<Record<string, number | null>> {
    return db
      .selectNoFrom((eb) => [
        ...kinds.map((kind) =>
          eb.selectFrom('jobGroup').select('readyAt').where('kind', '=', kind).orderBy('readyAt').limit(1).as(kind),
        ),
        firstArrival(db).as('arrived'),
      ])
      .compile();
  }

  /** @param enoughUntil when arrivals are looked at again */
  return async (kinds: readonly JobKind[], enoughUntil: number): Promise<number | undefined> => {
    if (kinds.length === 0) return undefined;
    const name = kinds.join(' ');
    const compiled = known.get(name) ?? query(kinds);
    known.set(name, compiled);
    const { arrived, ...lines } = (await db.executeQuery(compiled)).rows[0] ?? {};
    const starts = Object.values(lines)
      .filter((start) => start !== null)
      .map(Number);
    if (arrived != null && kinds.includes('verify')) starts.push(Math.max(Number(arrived), enoughUntil));
    return starts.length === 0 ? undefined : Math.min(...starts);
  };
}
