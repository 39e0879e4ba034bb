import type { SavedViews } from '../ports/index.ts';
import type { Doors } from './doors.ts';

const MOST = 100;

export function createSavedViews(doors: Doors): SavedViews {
  return {
    list: (owner, site) =>
      doors.read
        .selectFrom('savedView')
        .selectAll()
        .where('owner', '=', owner)
        .where('site', '=', site)
        .orderBy('name')
        .orderBy('id')
        .execute(),
    save: (view) =>
      doors.write(async (db) => {
        const { owner, site, name } = view;
        await db
          .deleteFrom('savedView')
          .where('owner', '=', owner)
          .where('site', '=', site)
          .where('name', '=', name)
          .execute();
        const kept = await db.selectFrom('savedView').select('id').where('owner', '=', owner).execute();
        if (kept.length >= MOST) return false;
        await db.insertInto('savedView').values(view).execute();
        return true;
      }),
    rename: (owner, id, name) =>
      doors.write(async (db) => {
        const change = db.updateTable('savedView').set({ name }).where('owner', '=', owner).where('id', '=', id);
        return Number((await change.executeTakeFirst()).numUpdatedRows) > 0;
      }),
    remove: (owner, id) =>
      doors.write(async (db) => {
        const change = db.deleteFrom('savedView').where('owner', '=', owner).where('id', '=', id);
        return Number((await change.executeTakeFirst()).numDeletedRows) > 0;
      }),
  };
}
