import type { Rules } from '../ports/index.ts';
import type { Rule } from '../rule.ts';
import type { Doors } from './doors.ts';

export function createRules(doors: Doors): Rules {
  return {
    async list(site) {
      const rows = await doors.read
        .selectFrom('rule')
        .selectAll()
        .where('site', '=', site)
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ ...row, action: row.action as Rule['action'], scope: row.scope as Rule['scope'] }));
    },
    add: (rule) => doors.write(async (db) => void (await db.insertInto('rule').values(rule).execute())),
    remove: (id) =>
      doors.write(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('rule').where('id', '=', id).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}
