import { sql } from 'kysely';
import { linkingSubject } from '../linking-subject.ts';
import type { LineUp } from '../ports/index.ts';
import { enqueue } from './jobs.ts';
import type { Database } from './schema.ts';

const CHORE = { kind: 'chore', subject: 'imports', group: 'imports' } as const;
/** Looks that are lined up in one go. */
const BATCH = 200;
/** A look of which nothing was heard for so long has ended its process each time, and was given up. */
const LOST_MS = 7 * 24 * 60 * 60_000;

/** Tables of what waits for a look; what is found on pages comes before more pages, while these are still at hand. */
const LINES = [
  { table: 'brought', key: 'mention', subject: (id: string) => id },
  { table: 'linkingPage', key: 'id', subject: linkingSubject },
] as const;
type Line = (typeof LINES)[number];

/** Has the looks that wait put into the queue; see `Imports.lineUp`. */
export async function askToLineUp(db: Database, at: number): Promise<void> {
  await enqueue(db, { ...CHORE, startAfter: at });
}

export async function lineUp(db: Database, { at, most, mostOfGroup }: LineUp): Promise<number> {
  await noteLooked(db, at);
  const groups = new Map<string, number>();
  for (const { table } of LINES)
    for (const { groupName, n } of await asked(db, table)) groups.set(groupName, (groups.get(groupName) ?? 0) + n);
  let room = most - [...groups.values()].reduce((sum, n) => sum + n, 0);
  let left = 0;
  for (const line of LINES) {
    room = await fill(db, line, { at, groups, room, mostOfGroup });
    left += await waiting(db, line.table);
  }
  return left;
}

async function noteLooked(db: Database, at: number): Promise<void> {
  const looked = db.selectFrom('mention').select('id').where('checkedAt', 'is not', null);
  await db
    .updateTable('brought')
    .set({ stage: 'looked' })
    .where('stage', '=', 'asked')
    .where('mention', 'in', looked)
    .execute();
  await db
    .updateTable('linkingPage')
    .set({ stage: 'looked', lookedAt: at, reason: 'Nothing was heard of its look for a week, and it was given up.' })
    .where('stage', '=', 'asked')
    .where('askedAt', '<', at - LOST_MS)
    .execute();
}

async function asked(db: Database, table: Line['table']) {
  const rows = await db
    .selectFrom(table)
    .select(({ fn }) => ['groupName', fn.countAll<number>().as('n')])
    .where('stage', '=', 'asked')
    .groupBy('groupName')
    .execute();
  return rows.map(({ groupName, n }) => ({ groupName, n: Number(n) }));
}

interface Filling {
  readonly at: number;
  /** How many of each are in the queue. */
  readonly groups: Map<string, number>;
  readonly room: number;
  readonly mostOfGroup: number;
}

async function fill(db: Database, line: Line, { at, groups, room: free, mostOfGroup }: Filling): Promise<number> {
  let room = free;
  while (room > 0) {
    const full = [...groups].filter(([, n]) => n >= mostOfGroup).map(([name]) => name);
    const next = await db
      .selectFrom(line.table)
      .select([sql<string>`${sql.ref(line.key)}`.as('id'), 'groupName'])
      .where('stage', '=', 'waits')
      .$if(full.length > 0, (query) => query.where('groupName', 'not in', full))
      .limit(BATCH)
      .execute();
    if (next.length === 0) break;
    for (const { id, groupName } of next) {
      const n = groups.get(groupName) ?? 0;
      if (n >= mostOfGroup || room <= 0) continue;
      groups.set(groupName, n + 1);
      room -= 1;
      await db
        .updateTable(line.table)
        .set(line.table === 'brought' ? { stage: 'asked' } : { stage: 'asked', askedAt: at })
        .where(sql.ref(line.key), '=', id)
        .execute();
      await enqueue(db, { kind: 'verify', subject: line.subject(id), group: groupName, startAfter: at });
    }
  }
  return room;
}

async function waiting(db: Database, table: Line['table']): Promise<number> {
  const { n } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('stage', 'in', ['waits', 'asked'])
    .executeTakeFirstOrThrow();
  return Number(n);
}
