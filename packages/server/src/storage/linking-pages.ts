import type { LinkingPage, LinkingPages } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import { askToLineUp } from './line-up.ts';
import type { Database } from './schema.ts';

export function createLinkingPages(doors: Doors): LinkingPages {
  return {
    add: (pages, at, again) =>
      doors.write(async (db) => {
        const wanted: boolean[] = [];
        for (const page of pages) {
          const isWanted = await isMissing(db, page.id, again);
          if (isWanted) await put(db, page);
          wanted.push(isWanted);
        }
        if (wanted.includes(true)) await askToLineUp(db, at);
        return wanted;
      }),
    async missing(pages, again) {
      const missing: boolean[] = [];
      for (const { id } of pages) missing.push(await isMissing(doors.read, id, again));
      return missing;
    },
    async byId(id) {
      const row = await doors.read
        .selectFrom('linkingPage')
        .select(['id', 'source', 'format', 'groupName as group'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row;
    },
    searched: (id, at, { links, fresh, reason }) =>
      doors.write(async (db) => {
        await db
          .updateTable('linkingPage')
          .set({ stage: 'looked', lookedAt: at, links, fresh, reason })
          .where('id', '=', id)
          .where('stage', '=', 'asked')
          .execute();
      }),
    remove: (id) =>
      doors.write(async (db) => {
        await db.deleteFrom('linkingPage').where('id', '=', id).execute();
      }),
    async counts() {
      const rows = await doors.read
        .selectFrom('linkingPage')
        .select(({ fn, eb }) => [
          'stage',
          fn.countAll<number>().as('n'),
          fn.sum<number>('links').as('links'),
          fn.sum<number>(eb.case().when('links', '>', 0).then(1).else(0).end()).as('withLinks'),
        ])
        .groupBy('stage')
        .execute();
      const looked = rows.find(({ stage }) => stage === 'looked');
      const waiting = rows.filter((row) => row !== looked).reduce((sum, { n }) => sum + Number(n), 0);
      return {
        waiting,
        searched: Number(looked?.n ?? 0),
        withLinks: Number(looked?.withLinks ?? 0),
        links: Number(looked?.links ?? 0),
      };
    },
    async list({ without, after, limit }) {
      let rows = doors.read
        .selectFrom('linkingPage')
        .select(['id', 'source', 'lookedAt', 'links', 'fresh', 'reason'])
        .where('lookedAt', 'is not', null)
        .where('stage', '=', 'looked');
      if (without) rows = rows.where('links', '=', 0);
      if (after)
        rows = rows.where((eb) =>
          eb.or([
            eb('lookedAt', '<', after.lookedAt),
            eb.and([eb('lookedAt', '=', after.lookedAt), eb('id', '<', after.id)]),
          ]),
        );
      const found = await rows.orderBy('lookedAt', 'desc').orderBy('id', 'desc').limit(limit).execute();
      return found.map((row) => ({ ...row, lookedAt: row.lookedAt ?? undefined }));
    },
    tidy: (before) =>
      doors.write(async (db) => {
        await db.deleteFrom('linkingPage').where('stage', '=', 'looked').where('lookedAt', '<', before).execute();
      }),
  };
}

async function isMissing(db: Database, id: string, again: number): Promise<boolean> {
  const row = await db.selectFrom('linkingPage').select(['stage', 'lookedAt']).where('id', '=', id).executeTakeFirst();
  return row === undefined || (row.stage === 'looked' && (row.lookedAt ?? 0) < again);
}

async function put(db: Database, { id, source, format, group }: LinkingPage): Promise<void> {
  const row = { source, format, groupName: group, stage: 'waits', askedAt: null };
  await db
    .insertInto('linkingPage')
    .values({ id, ...row, lookedAt: null, links: 0, fresh: 0, reason: '' })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
}
