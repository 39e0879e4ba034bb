import type { KnownListing, Listings, WatchedPage } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import type { WatchedPageTable } from './schema-watching.ts';

export function createListings(doors: Doors): Listings {
  const watched = (site: string) => doors.read.selectFrom('watchedPage').selectAll().where('site', '=', site);
  return {
    async known(site) {
      const row = await doors.read
        .selectFrom('listing')
        .selectAll()
        .where('site', '=', site)
        // A look that somebody asks for meanwhile must not be written over.
        .$if(doors.read.isTransaction, (query) => query.forUpdate())
        .executeTakeFirst();
      return row && { ...row, kind: row.kind as KnownListing['kind'], answer: row.answer ?? undefined };
    },
    remember: ({ answer = null, ...listing }) =>
      doors.write(async (db) => {
        await db
          .insertInto('listing')
          .values({ ...listing, answer })
          .onConflict((conflict) => conflict.column('site').doUpdateSet({ ...listing, answer }))
          .execute();
      }),
    hurry: (site, lookAt) =>
      doors.write(async (db) => {
        await db.updateTable('listing').set({ lookAt }).where('site', '=', site).execute();
        await db
          .updateTable('watchedPage')
          .set((eb) => ({ dueAt: lookAt, tries: eb('tries', '-', 1) }))
          .where('site', '=', site)
          .where('listed', '=', 1)
          .where('tries', '>', 0)
          .where('dueAt', '>', lookAt)
          .execute();
      }),
    async pages(site, after, limit) {
      const rows = await watched(site).where('key', '>', after).orderBy('key').limit(limit).execute();
      return rows.map(pageOf);
    },
    async due(site, now, limit) {
      const rows = await watched(site).where('dueAt', '<=', now).orderBy('dueAt').limit(limit).execute();
      return rows.map(pageOf);
    },
    async nextDue(site) {
      const row = await doors.read
        .selectFrom('watchedPage')
        .select('dueAt')
        .where('site', '=', site)
        .where('dueAt', 'is not', null)
        .orderBy('dueAt')
        .limit(1)
        .executeTakeFirst();
      return row?.dueAt ?? undefined;
    },
    save: (site, pages) =>
      doors.write(async (db) => {
        for (const { key, url, mark = null, version = null, listed, dueAt = null, tries } of pages) {
          const told = { url, mark, version, listed: listed ? 1 : 0, dueAt, tries };
          await db
            .insertInto('watchedPage')
            .values({ site, key, ...told })
            .onConflict((conflict) => conflict.columns(['site', 'key']).doUpdateSet(told))
            .execute();
        }
      }),
  };
}

function pageOf({ key, url, mark, version, listed, dueAt, tries }: WatchedPageTable): WatchedPage {
  return {
    key,
    url,
    mark: mark ?? undefined,
    version: version ?? undefined,
    listed: listed === 1,
    dueAt: dueAt ?? undefined,
    tries,
  };
}
