import type { DontTell } from '../ports/index.ts';
import type { Doors } from './doors.ts';

export function createDontTell(doors: Doors): DontTell {
  return {
    async list() {
      const rows = await doors.read
        .selectFrom('dontTell')
        .select('entry')
        .orderBy('addedAt')
        .orderBy('entry')
        .execute();
      return rows.map(({ entry }) => entry);
    },
    add: (entry, addedAt) =>
      doors.write(async (db) => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('dontTell')
          .values({ entry, addedAt })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirst();
        return numInsertedOrUpdatedRows === 1n;
      }),
    remove: (entry) =>
      doors.write(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('dontTell').where('entry', '=', entry).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}
