import type { ImportRun, RunCounts } from '../import-run.ts';
import type { ImportRuns, RunProgress } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import type { Database } from './schema.ts';
import type { ImportRunTable } from './schema-moving.ts';

/** Files that may lie about unread: each may have a gigabyte. */
const MOST_UNREAD = 5;
const REMEMBERED = 100;
const MOST_SKIPS = 10_000;
/** Rows of one statement. */
const ROWS = 200;

export function createImportRuns(doors: Doors): ImportRuns {
  return {
    add: (run) =>
      doors.write(async (db) => {
        const unread = await db.selectFrom('importRun').select('id').where('endedAt', 'is', null).execute();
        if (unread.length >= MOST_UNREAD) return false;
        await db.insertInto('importRun').values(rowOf(run)).execute();
        await forgetOldest(db);
        return true;
      }),
    async byId(id) {
      const row = await doors.read.selectFrom('importRun').selectAll().where('id', '=', id).executeTakeFirst();
      return row && runOf(row);
    },
    async list({ site, limit }) {
      let rows = doors.read.selectFrom('importRun').selectAll();
      if (site !== undefined) rows = rows.where('site', '=', site);
      return (await rows.orderBy('begunAt', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(runOf);
    },
    hold: (id, now, until) =>
      doors.write(async (db) => {
        const taken = await db
          .updateTable('importRun')
          .set({ heldUntil: until })
          .where('id', '=', id)
          .where('endedAt', 'is', null)
          .where('heldUntil', '<=', now)
          .executeTakeFirst();
        if (Number(taken.numUpdatedRows) === 0) return undefined;
        return runOf(await db.selectFrom('importRun').selectAll().where('id', '=', id).executeTakeFirstOrThrow());
      }),
    advance: (id, progress) => doors.write((db) => advance(db, id, progress)),
    end: (id, at, problem) =>
      doors.write(async (db) => {
        const ended = await db
          .updateTable('importRun')
          .set({ endedAt: at, problem })
          .where('id', '=', id)
          .where('endedAt', 'is', null)
          .executeTakeFirst();
        return Number(ended.numUpdatedRows) > 0;
      }),
    skips: (id, after, limit) =>
      doors.read
        .selectFrom('importSkip')
        .select(['n', 'place', 'why', 'what'])
        .where('run', '=', id)
        .where('n', '>', after)
        .orderBy('n')
        .limit(limit)
        .execute(),
  };
}

async function advance(db: Database, id: string, progress: RunProgress): Promise<boolean> {
  const { done, heldUntil, counts, skips = [] } = progress;
  const row = await db.selectFrom('importRun').select(['endedAt', 'skips']).where('id', '=', id).executeTakeFirst();
  if (!row || row.endedAt !== null) return false;
  const kept = skips
    .slice(0, Math.max(0, MOST_SKIPS - row.skips))
    .map(({ place, why, what }, n) => ({ run: id, n: row.skips + n + 1, place, why, what: what.toWellFormed() }));
  for (let at = 0; at < kept.length; at += ROWS)
    await db
      .insertInto('importSkip')
      .values(kept.slice(at, at + ROWS))
      .execute();
  await db
    .updateTable('importRun')
    .set({ done, heldUntil, skips: row.skips + kept.length, ...(counts && { counts: JSON.stringify(counts) }) })
    .where('id', '=', id)
    .execute();
  return true;
}

async function forgetOldest(db: Database): Promise<void> {
  const old = await db
    .selectFrom('importRun')
    .select('id')
    .where('endedAt', 'is not', null)
    .orderBy('begunAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1000)
    .offset(REMEMBERED)
    .execute();
  for (const { id } of old) {
    await db.deleteFrom('importSkip').where('run', '=', id).execute();
    await db.deleteFrom('importRun').where('id', '=', id).execute();
  }
}

function rowOf({ how, counts, endedAt, ...run }: ImportRun): ImportRunTable {
  return { ...run, how: JSON.stringify(how), counts: JSON.stringify(counts), skips: 0, endedAt: endedAt ?? null };
}

function runOf({ how, counts, endedAt, skips, ...row }: ImportRunTable): ImportRun {
  return {
    ...row,
    how: JSON.parse(how),
    counts: { linking: 0, ...JSON.parse(counts) } as RunCounts,
    endedAt: endedAt ?? undefined,
  };
}
