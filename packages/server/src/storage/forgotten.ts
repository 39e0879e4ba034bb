import type { Forgotten } from '../ports/index.ts';
import { deleteMention } from './delete-mention.ts';
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
          await deleteMention(db, { id, site: pair.site });
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
