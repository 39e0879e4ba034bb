import type { Twins } from '../ports/index.ts';
import { moveAwaited, settleVisits } from './awaited-visits.ts';
import { recount } from './count.ts';
import { deleteJoined } from './delete-mention.ts';
import type { Doors } from './doors.ts';
import { lock } from './locks.ts';
import type { MarkIndex } from './mark-index.ts';
import { markMention } from './mark-mention.ts';
import { rowOf } from './mention-change.ts';
import { mentionOf } from './mention-row.ts';
import { addTombstone } from './tombstones.ts';
import { moveTraffic } from './traffic.ts';

export function createTwins(doors: Doors, marks: MarkIndex): Twins {
  return {
    async of({ id, site, targetKey }, finalKey) {
      // Two that are looked at together would each find nobody.
      if (doors.read.isTransaction) await lock(doors.read, `page ${targetKey} ${finalKey}`);
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
        const [stayed, gone] = [await rowOf(db, stays), await rowOf(db, goes)];
        await moveTraffic(db, goes, stays);
        await moveAwaited(db, goes, stays);
        if (gone !== undefined) await deleteJoined(db, gone);
        if (gone?.isPublic === 1) await addTombstone(db, gone, joinedAt);
        const row = await db
          .updateTable('mention')
          .set({ ...columns, protocols: protocols.join(','), updatedAt: joinedAt })
          .where('id', '=', stays)
          .returningAll()
          .executeTakeFirstOrThrow();
        await recount(db, stayed, row);
        await recount(db, gone, undefined);
        await settleVisits(db, row);
        const { site, targetKey } = row;
        await markMention(db, marks, row);
        await db.updateTable('joinedMention').set({ stays }).where('stays', '=', goes).execute();
        await db
          .insertInto('joinedMention')
          .values({ id: goes, stays, site, targetKey, sourceKey: otherKey, joinedAt })
          .execute();
      }),
  };
}
