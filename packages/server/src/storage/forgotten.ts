import type { Forgotten } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import type { Database } from './schema.ts';
import { blankTombstone } from './tombstones.ts';

export function createForgotten(doors: Doors): Forgotten {
  return {
    forget: ({ moderation, before, hashesBefore, sendersBefore, limit, at, hashOf }) =>
      doors.write(async (db) => {
        await db.deleteFrom('forgotten').where('at', '<', hashesBefore).execute();
        await db
          .updateTable('mention')
          .set({ sender: null })
          .where('sender', 'is not', null)
          .where('receivedAt', '<', sendersBefore)
          .execute();
        const rows = await db
          .selectFrom('mention')
          .select(['id', 'site', 'sourceKey', 'targetKey', 'publicId'])
          .where('moderation', '=', moderation)
          .where('receivedAt', '<', before)
          .where('lastReceivedAt', '<', before)
          .orderBy('receivedAt')
          .limit(limit)
          .execute();
        for (const { id, publicId, ...pair } of rows) {
          await remove(db, id, pair.site);
          if (publicId !== null) await blankTombstone(db, publicId);
          await db
            .insertInto('forgotten')
            .values({ hash: await hashOf(pair), at })
            .onConflict((conflict) => conflict.column('hash').doUpdateSet({ at }))
            .execute();
        }
        return rows.length;
      }),
    async has(hash) {
      return (
        (await doors.read.selectFrom('forgotten').select('hash').where('hash', '=', hash).executeTakeFirst()) !==
        undefined
      );
    },
    async any() {
      return (await doors.read.selectFrom('forgotten').select('hash').limit(1).executeTakeFirst()) !== undefined;
    },
  };
}

/** A mention and everything that hangs on it. Its job, should one wait, finds nothing and is done. */
async function remove(db: Database, id: string, site: string): Promise<void> {
  await db.deleteFrom('traceStep').where('subject', '=', id).execute();
  await db.deleteFrom('textKey').where('site', '=', site).where('subject', '=', id).execute();
  await db.deleteFrom('textSketch').where('site', '=', site).where('subject', '=', id).execute();
  await db.deleteFrom('notice').where('subject', '=', id).execute();
  await db.deleteFrom('avatar').where('mention', '=', id).execute();
  await db.deleteFrom('joinedMention').where('stays', '=', id).execute();
  await db.deleteFrom('mention').where('id', '=', id).execute();
}
