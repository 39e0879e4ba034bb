import type { BlockList } from '../block-list.ts';
import type { BlockLists } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import type { Database } from './schema.ts';
import type { BlockListTable } from './schema-judging.ts';

/** Rows of one insert: SQLite takes 32,766 parameters. */
const CHUNK = 5_000;

export function createBlockLists(doors: Doors): BlockLists {
  return {
    async list() {
      const rows = await doors.read.selectFrom('blockList').selectAll().orderBy('addedAt').orderBy('id').execute();
      return rows.map(listOf);
    },
    add: (list) =>
      doors.write(async (db) => {
        const { numInsertedOrUpdatedRows } = await db
          .insertInto('blockList')
          .values({ ...list, entityTag: '', lastModified: '', entries: 0, skipped: 0, problem: '' })
          .onConflict((conflict) => conflict.column('address').doNothing())
          .executeTakeFirst();
        return (numInsertedOrUpdatedRows ?? 0n) > 0n;
      }),
    remove: (id) =>
      doors.write(async (db) => {
        await db.deleteFrom('blockEntry').where('list', '=', id).execute();
        const { numDeletedRows } = await db.deleteFrom('blockList').where('id', '=', id).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    save: (id, { entries, skipped, entityTag, lastModified, at }) =>
      doors.write(async (db) => {
        const looked = { checkedAt: at, problem: '' };
        const read = { entityTag, lastModified, changedAt: at, skipped, entries: entries?.length ?? 0 };
        const { numUpdatedRows } = await db
          .updateTable('blockList')
          .set(entries === undefined ? looked : { ...looked, ...read })
          .where('id', '=', id)
          .executeTakeFirst();
        // It may have been removed while it was fetched.
        if (entries !== undefined && numUpdatedRows > 0n) await replace(db, id, entries);
      }),
    fail: (id, problem, at) =>
      doors.write(async (db) => {
        await db.updateTable('blockList').set({ checkedAt: at, problem }).where('id', '=', id).execute();
      }),
    async naming(domains) {
      if (domains.length === 0) return [];
      const rows = await doors.read
        .selectFrom('blockEntry')
        .innerJoin('blockList', 'blockList.id', 'blockEntry.list')
        .select('blockList.address')
        .distinct()
        .where('blockEntry.domain', 'in', [...domains])
        .orderBy('blockList.address')
        .execute();
      return rows.map(({ address }) => address);
    },
  };
}

async function replace(db: Database, list: string, domains: readonly string[]): Promise<void> {
  await db.deleteFrom('blockEntry').where('list', '=', list).execute();
  for (let at = 0; at < domains.length; at += CHUNK) {
    const rows = domains.slice(at, at + CHUNK).map((domain) => ({ domain, list }));
    await db.insertInto('blockEntry').values(rows).execute();
  }
}

function listOf(row: BlockListTable): BlockList {
  return { ...row, checkedAt: row.checkedAt ?? undefined, changedAt: row.changedAt ?? undefined };
}
