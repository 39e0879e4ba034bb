import { createHash } from 'node:crypto';
import type { Origins, OriginVisit } from '../ports/index.ts';
import { takeNumbers } from './counter.ts';
import type { Doors } from './doors.ts';
import { lock } from './locks.ts';
import type { Database, OriginTable } from './schema.ts';

const RING = 10_000;
const DAY_MS = 24 * 60 * 60_000;
const KEPT_MS = 2 * DAY_MS;
const ENOUGH_VISITORS = 3;
const MOST_TARGETS = 20;

export function createOrigins(doors: Doors): Origins {
  return {
    count: (visit) =>
      doors.write(async (db) => {
        await lock(db, `origin ${visit.site} ${visit.origin}`);
        const known = await rowOf(db, visit.site, visit.origin);
        if (known !== undefined && known.day > visit.day) return { isDue: false };
        const row = counted(known ?? (await insertRow(db, visit)), visit);
        await update(db, row);
        return { isDue: isDue(row, visit.at) };
      }),
    take: (site, origin, at) =>
      doors.write(async (db) => {
        await lock(db, `origin ${site} ${origin}`);
        const row = await rowOf(db, site, origin);
        if (row === undefined || !isDue(row, at)) return [];
        await update(db, { ...row, targets: '[]', askedAt: at });
        return JSON.parse(row.targets) as string[];
      }),
  };
}

async function rowOf(db: Database, site: string, origin: string): Promise<OriginTable | undefined> {
  return db.selectFrom('origin').selectAll().where('site', '=', site).where('origin', '=', origin).executeTakeFirst();
}

async function insertRow(db: Database, { site, origin, day, salt, at }: OriginVisit): Promise<OriginTable> {
  const place = await takeNumbers(db, `origin ${site}`);
  const row = { site, origin, place, day, salt, visitors: '[]', targets: '[]', countedAt: at, askedAt: null };
  await db.insertInto('origin').values(row).execute();
  // What was asked stays its two days, or a flood of invented origins would let one be asked again the same day.
  await db
    .deleteFrom('origin')
    .where('site', '=', site)
    .where('place', '<=', place - RING)
    .where('askedAt', 'is', null)
    .execute();
  await db
    .deleteFrom('origin')
    .where('countedAt', '<', at - KEPT_MS)
    .execute();
  return row;
}

function counted(row: OriginTable, { day, salt, block, target, at }: OriginVisit): OriginTable {
  const today = row.day === day ? row : { ...row, day, salt, visitors: '[]', targets: '[]' };
  const visitors = new Set(JSON.parse(today.visitors) as string[]);
  const targets = new Set(JSON.parse(today.targets) as string[]);
  if (visitors.size < ENOUGH_VISITORS) visitors.add(hash(today.salt, block));
  if (targets.size < MOST_TARGETS) targets.add(target);
  const enough = visitors.size >= ENOUGH_VISITORS;
  return {
    ...today,
    // Nobody else has to be told from these three, so nothing is left by which they could be.
    salt: enough ? '' : today.salt,
    visitors: JSON.stringify(enough ? ['1', '2', '3'] : [...visitors]),
    targets: JSON.stringify([...targets]),
    countedAt: at,
  };
}

function hash(salt: string, block: string): string {
  return createHash('sha256').update(`${salt} ${block}`).digest('base64url').slice(0, 16);
}

function isDue({ visitors, targets, askedAt }: OriginTable, at: number): boolean {
  const enough = (JSON.parse(visitors) as string[]).length >= ENOUGH_VISITORS;
  return enough && targets !== '[]' && (askedAt === null || at - askedAt >= DAY_MS);
}

async function update(db: Database, { site, origin, place: _place, ...columns }: OriginTable): Promise<void> {
  await db.updateTable('origin').set(columns).where('site', '=', site).where('origin', '=', origin).execute();
}
