import { startOf } from '../ports/counts.ts';
import type { Visits } from '../ports/index.ts';
import { count } from './count.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';
import type { TrafficTable } from './schema-views.ts';
import { hasSource } from './source-key.ts';
import { addTraffic, trafficOf } from './traffic-rows.ts';

type Row = Pick<MentionTable, 'id' | 'site' | 'source' | 'targetKey' | 'link' | 'firstSeenAt'>;

/**
 * Visits tell of links before anybody looked: those that came by a link which waits for its first look are kept for it. No
 * more than one row for each mention and day, and a mention has to be taken first: nobody makes rows by inventing referrers.
 */
export async function awaitVisits(db: Database, { site, targetKey, sourceKey, day, count }: Visits): Promise<void> {
  if (sourceKey === undefined) return;
  const waiting = await db
    .selectFrom('mention')
    .select('id')
    .where('targetKey', '=', targetKey)
    .where(hasSource(db, sourceKey))
    .where('site', '=', site)
    .where('firstSeenAt', 'is', null)
    .where('link', 'in', ['unverified', 'unreachable'])
    .executeTakeFirst();
  if (waiting) await add(db, [{ mention: waiting.id, day, count }]);
}

/** They count for it from the moment that it is seen, and for nobody when its page has no such link. */
export async function settleVisits(db: Database, row: Row): Promise<void> {
  if (row.firstSeenAt === null && row.link !== 'absent') return;
  const rows = await db.selectFrom('awaitedVisit').selectAll().where('mention', '=', row.id).execute();
  if (rows.length === 0) return;
  await db.deleteFrom('awaitedVisit').where('mention', '=', row.id).execute();
  if (row.firstSeenAt === null) return;
  const counted: TrafficTable[] = [];
  for (const { day, count: visits } of rows) {
    const of = { site: row.site, name: 'visit', at: startOf(day) } as const;
    await count(db, { ...of, key: 'other' }, -visits);
    await count(db, { ...of, key: 'linked' }, visits);
    counted.push({ ...trafficOf(row), day, count: visits });
  }
  await addTraffic(db, counted);
}

/** What waited for a link that was joined to another one waits for that one. */
export async function moveAwaited(db: Database, from: string, to: string): Promise<void> {
  const rows = await db.selectFrom('awaitedVisit').selectAll().where('mention', '=', from).execute();
  await add(
    db,
    rows.map((row) => ({ ...row, mention: to })),
  );
}

async function add(db: Database, rows: readonly { mention: string; day: number; count: number }[]): Promise<void> {
  if (rows.length === 0) return;
  await db
    .insertInto('awaitedVisit')
    .values([...rows])
    .onConflict((conflict) =>
      conflict
        .columns(['mention', 'day'])
        .doUpdateSet((eb) => ({ count: eb('awaitedVisit.count', '+', eb.ref('excluded.count')) })),
    )
    .execute();
}
