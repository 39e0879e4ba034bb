import type { SuppressedKind, Suppression, Suppressions, Wish } from '../ports/index.ts';
import { dueBuild } from './appearance.ts';
import { recount } from './count.ts';
import { deleteMention } from './delete-mention.ts';
import type { Doors } from './doors.ts';
import { rowOf } from './mention-change.ts';
import type { SuppressionTable } from './schema-moving.ts';
import { addTombstone, blankTombstone } from './tombstones.ts';

export function createSuppressions(doors: Doors): Suppressions {
  return {
    add: ({ id, kind, at, wish, hash }) =>
      doors.write(async (db) => {
        const row = await db
          .insertInto('suppression')
          .values({ id, kind, at, wish, hash, mentions: 0, deliveries: 0, refusals: 0 })
          .onConflict((conflict) => conflict.column('hash').doUpdateSet({ wish }))
          .returningAll()
          .executeTakeFirstOrThrow();
        return suppressionOf(row);
      }),
    count: (id, { mentions, deliveries, refusals }) =>
      doors.write(async (db) => {
        await db
          .updateTable('suppression')
          .set(({ eb }) => ({
            mentions: eb('mentions', '+', mentions),
            deliveries: eb('deliveries', '+', deliveries),
            refusals: eb('refusals', '+', refusals),
          }))
          .where('id', '=', id)
          .execute();
      }),
    async list() {
      const rows = await doors.read.selectFrom('suppression').selectAll().orderBy('at', 'desc').orderBy('id').execute();
      return rows.map(suppressionOf);
    },
    lift: (id) =>
      doors.write(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('suppression').where('id', '=', id).executeTakeFirst();
        return Number(numDeletedRows) > 0;
      }),
    async has(hashes) {
      if (hashes.length === 0) return false;
      const row = await doors.read
        .selectFrom('suppression')
        .select('id')
        .where('hash', 'in', [...hashes])
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
    async any() {
      return (await doors.read.selectFrom('suppression').select('id').limit(1).executeTakeFirst()) !== undefined;
    },
    drop: (id, at) =>
      doors.write(async (db) => {
        const row = await rowOf(db, id);
        if (row === undefined) return;
        if (row.isPublic === 1) {
          await addTombstone(db, { ...row, source: '' }, at);
          await dueBuild(db, row.site, at);
        } else if (row.publicId !== null) await blankTombstone(db, row.publicId);
        await deleteMention(db, row);
        await recount(db, row, undefined);
      }),
  };
}

function suppressionOf({ id, kind, at, wish, mentions, deliveries, refusals }: SuppressionTable): Suppression {
  return { id, kind: kind as SuppressedKind, at, wish: wish as Wish, erased: { mentions, deliveries, refusals } };
}
