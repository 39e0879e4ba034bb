import type { Twins } from '../ports/index.ts';
import { recount } from './count.ts';
import type { Doors } from './doors.ts';
import { mentionOf } from './mention-row.ts';

export function createTwins(doors: Doors): Twins {
  return {
    async of({ id, site, targetKey }, finalKey) {
      const row = await doors.read
        .selectFrom('mention')
        .selectAll()
        .where('targetKey', '=', targetKey)
        .where('finalKey', '=', finalKey)
        .where('site', '=', site)
        .where('id', '!=', id)
        .orderBy('receivedAt')
        .executeTakeFirst();
      return row === undefined ? undefined : mentionOf(row);
    },
    join: ({ stays, goes, protocols, otherKey, joinedAt, ...columns }) =>
      doors.write(async (db) => {
        // First the row that goes: the one that stays may take over its place as the pair's only one.
        const before = await db.selectFrom('mention').selectAll().where('id', 'in', [stays, goes]).execute();
        await db.deleteFrom('mention').where('id', '=', goes).execute();
        await db.deleteFrom('traceStep').where('subject', '=', goes).execute();
        const after = await db
          .updateTable('mention')
          .set({ ...columns, protocols: protocols.join(',') })
          .where('id', '=', stays)
          .returningAll()
          .executeTakeFirstOrThrow();
        for (const row of before) await recount(db, row, row.id === stays ? after : undefined);
        const { site, targetKey } = after;
        await db.updateTable('joinedMention').set({ stays }).where('stays', '=', goes).execute();
        await db
          .insertInto('joinedMention')
          .values({ id: goes, stays, site, targetKey, sourceKey: otherKey, joinedAt })
          .execute();
      }),
  };
}
