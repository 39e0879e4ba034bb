import { startOf } from '../ports/counts.ts';
import type { LogPlace, Traffic, Visits } from '../ports/index.ts';
import { awaitVisits } from './awaited-visits.ts';
import { count } from './count.ts';
import type { Doors } from './doors.ts';
import type { MarkIndex } from './mark-index.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';
import { hasSource } from './source-key.ts';
import { addTraffic, trafficOf } from './traffic-rows.ts';

type Linking = Pick<MentionTable, 'id' | 'source' | 'targetKey'>;

/** Links of one host to one page that are looked through for the newest whose host is exactly that one. */
const MOST_LINKS = 20;

export function createTraffic(doors: Doors, marks: MarkIndex): Traffic {
  return {
    add: (visits, places = []) =>
      doors.write(async (db) => {
        for (const one of visits) await addVisits(db, marks, one);
        for (const place of places) await keepPlace(db, place);
      }),
    of: (mentions) => visitsOf(doors.read, mentions),
    async top({ sites, from, to }, by, limit) {
      const rows = await doors.read
        .selectFrom('traffic')
        .select((eb) => [`${by} as key` as const, eb.fn.sum<number>('count').as('count')])
        .$if(sites !== 'all', (query) => query.where('site', 'in', [...sites]))
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy(by)
        .orderBy('count', 'desc')
        .orderBy('key')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ key: row.key, count: Number(row.count) }));
    },
    async sums({ sites, from, to, by, keys }) {
      if (keys.length === 0) return [];
      const rows = await doors.read
        .selectFrom('traffic')
        .select((eb) => ['site', `${by} as key` as const, eb.fn.sum<number>('count').as('count')])
        .where(by, 'in', [...keys])
        .$if(sites !== 'all', (query) => query.where('site', 'in', [...sites]))
        .where('day', '>=', from)
        .where('day', '<=', to)
        .groupBy(['site', by])
        .execute();
      return rows.map((row) => ({ ...row, count: Number(row.count) }));
    },
    async logPlace(site) {
      const row = await doors.read
        .selectFrom('counter')
        .select('value')
        .where('name', '=', placeName(site))
        .executeTakeFirst();
      return row?.value ?? 0;
    },
  };
}

export async function visitsOf(db: Database, mentions: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (mentions.length === 0) return new Map();
  const rows = await db
    .selectFrom('traffic')
    .select((eb) => ['mention', eb.fn.sum<number>('count').as('count')])
    .where('mention', 'in', [...mentions])
    .groupBy('mention')
    .execute();
  return new Map(rows.map((row) => [row.mention, Number(row.count)]));
}

const placeName = (site: string): string => `log ${site}`;

async function keepPlace(db: Database, { site, at }: LogPlace): Promise<void> {
  await db
    .insertInto('counter')
    .values({ name: placeName(site), value: at })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: at }).where('counter.value', '<', at))
    .execute();
}

async function addVisits(db: Database, marks: MarkIndex, visits: Visits): Promise<void> {
  const { site, day, count: visited } = visits;
  const link = await linkOf(db, marks, visits);
  await count(db, { site, name: 'visit', at: startOf(day), key: link ? 'linked' : 'other' }, visited);
  if (link) await addTraffic(db, [{ ...trafficOf({ ...link, site }), day, count: visited }]);
  else await awaitVisits(db, visits);
}

/** What came by a link that was joined to another one came by that one. */
export async function moveTraffic(db: Database, from: string, to: string): Promise<void> {
  const rows = await db.selectFrom('traffic').selectAll().where('mention', '=', from).execute();
  await addTraffic(
    db,
    rows.map((row) => ({ ...row, mention: to })),
  );
}

async function linkOf(db: Database, marks: MarkIndex, visits: Visits): Promise<Linking | undefined> {
  const { site, targetKey, sourceKey, host } = visits;
  if (sourceKey !== undefined) {
    for (const column of ['sourceKey', 'finalKey'] as const) {
      const row = await db
        .selectFrom('mention')
        .select(['id', 'source', 'targetKey'])
        .where('targetKey', '=', targetKey)
        .$if(column === 'sourceKey', (query) => query.where(hasSource(db, sourceKey)))
        .$if(column === 'finalKey', (query) => query.where('finalKey', '=', sourceKey))
        .where('site', '=', site)
        .where('firstSeenAt', 'is not', null)
        .where('link', 'in', ['live', 'unreachable'])
        .executeTakeFirst();
      if (row) return row;
    }
    return undefined;
  }
  const asked = [`s:${site}`, `t:${targetKey}`, `d:${host}`, 'l:live'];
  const found = await marks.find(db, { marks: asked, from: 0, to: Number.MAX_SAFE_INTEGER, limit: MOST_LINKS });
  return found.find(({ source }) => URL.parse(source)?.hostname === host);
}
