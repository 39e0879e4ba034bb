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
          // The owner may be deciding about one of them at this moment.
          .forUpdate()
          .execute();
        for (const { id, publicId, ...pair } of rows) {
          await removeMention(db, id, pair.site);
          if (publicId !== null) await blankTombstone(db, publicId);
          await keepHash(db, await hashOf(pair), at);
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

/** So that the pair is known when it comes again. */
export async function keepHash(db: Database, hash: string, at: number): Promise<void> {
  await db
    .insertInto('forgotten')
    .values({ hash, at })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ at }))
    .execute();
}

/**
 * A mention and everything that hangs on it. Its job, should one wait, finds nothing and is done. That it came stays
 * counted.
 */
export async function removeMention(db: Database, id: string, site: string): Promise<void> {
  await db.deleteFrom('traceStep').where('subject', '=', id).execute();
  await db.deleteFrom('textKey').where('site', '=', site).where('subject', '=', id).execute();
  await db.deleteFrom('textSketch').where('site', '=', site).where('subject', '=', id).execute();
  await db.deleteFrom('notice').where('subject', '=', id).execute();
  await db.deleteFrom('avatar').where('mention', '=', id).execute();
  await db.deleteFrom('joinedMention').where('stays', '=', id).execute();
  await db.deleteFrom('mention').where('id', '=', id).execute();
}
