import type { JobKind } from '../job.ts';
import type { CountQuery, Counts } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import { allSites, SITE_UNINDEXED } from './published.ts';
import type { Database } from './schema.ts';

export function createCounts(doors: Doors): Counts {
  return {
    async daily(query) {
      const rows = await counted(doors.read, query)
        .select((eb) => ['day', 'key', eb.fn.sum<number>('count').as('count')])
        .groupBy(['day', 'key'])
        .orderBy('day')
        .orderBy('key')
        .execute();
      return rows.map((row) => ({ ...row, count: Number(row.count) })).filter((row) => row.count > 0);
    },
    async top(query, limit) {
      const rows = await counted(doors.read, query)
        .select((eb) => ['key', eb.fn.sum<number>('count').as('count')])
        .groupBy('key')
        .having((eb) => eb(eb.fn.sum('count'), '>', 0))
        .orderBy('count', 'desc')
        .orderBy('key')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...row, count: Number(row.count) }));
    },
    async overdue(now) {
      const groups = await doors.read
        .selectFrom('jobGroup')
        .select((eb) => ['kind', eb.fn.min('readyAt').as('since')])
        .where('leasedJob', 'is', null)
        .where('readyAt', '<=', now)
        .groupBy('kind')
        .execute();
      const jobs = await doors.read
        .selectFrom('job')
        .select((eb) => ['kind', eb.fn.countAll<number>().as('count')])
        .where('leasedUntil', 'is', null)
        .where('startAfter', '<=', now)
        .groupBy('kind')
        .orderBy('kind')
        .execute();
      // What arrived and was not looked at is not in the queue yet: it is a job by itself.
      const arrived = await doors.read
        .selectFrom('mention')
        .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('lookAt').as('since')])
        .where('lookAt', 'is not', null)
        .where('lookAt', '<=', now)
        .executeTakeFirstOrThrow();
      const since = new Map(groups.map((group) => [group.kind, Number(group.since)]));
      const queued = jobs.map(({ kind, count }) => ({
        kind: kind as JobKind,
        count: Number(count),
        since: since.get(kind) ?? now,
      }));
      if (Number(arrived.count) === 0) return queued;
      const looks = queued.find(({ kind }) => kind === 'verify');
      return [
        {
          kind: 'verify',
          count: Number(arrived.count) + (looks?.count ?? 0),
          since: Math.min(Number(arrived.since), looks?.since ?? now),
        },
        ...queued.filter(({ kind }) => kind !== 'verify'),
      ];
    },
    drop: (before) =>
      doors.write(async (db) => {
        await db.deleteFrom('dailyCount').where('name', 'in', ['target', 'source']).where('day', '<', before).execute();
      }),
  };
}

function counted(db: Database, { sites, name, from, to }: CountQuery) {
  return db
    .selectFrom('dailyCount')
    .$if(sites === 'all', (query) => query.where(SITE_UNINDEXED, 'in', allSites))
    .$if(sites !== 'all', (query) => query.where('site', 'in', [...sites]))
    .where('name', '=', name)
    .where('day', '>=', from)
    .where('day', '<=', to);
}
