import { suffixesOf } from '../domain.ts';
import type { Rules } from '../ports/index.ts';
import { mayFollow, type Rule, type RuleAction, type RuleScope } from '../rule.ts';
import { takeNumbers } from './counter.ts';
import type { Doors } from './doors.ts';
import type { RuleTable } from './schema-sites.ts';

export function createRules(doors: Doors): Rules {
  return {
    async list(site) {
      const rows = await doors.read
        .selectFrom('rule')
        .selectAll()
        .$if(site !== undefined, (query) => query.where('site', '=', site as string))
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return rows.map(ruleOf);
    },
    async byId(id) {
      const row = await doors.read.selectFrom('rule').selectAll().where('id', '=', id).executeTakeFirst();
      return row && ruleOf(row);
    },
    async allowsHost(host) {
      const allowing = doors.read.selectFrom('rule').select('value').where('action', '=', 'allow');
      const named = allowing
        .where('value', 'in', [...suffixesOf(host)])
        .where((eb) =>
          eb.or([eb('scope', '=', 'host'), eb('value', '=', host).and('scope', 'in', ['author', 'path'])]),
        );
      // Folders and authors of this host: `0` is what comes after `/`.
      const within = allowing
        .where('value', '>=', `${host}/`)
        .where('value', '<', `${host}0`)
        .where('scope', 'in', ['author', 'path']);
      const found = await doors.read
        .selectNoFrom([named.limit(1).as('named'), within.limit(1).as('within')])
        .executeTakeFirstOrThrow();
      return found.named !== null || found.within !== null;
    },
    add: ({ follow = false, ...rule }) =>
      doors.write(async (db) => {
        await db
          .insertInto('rule')
          .values({ ...rule, follow: follow ? 1 : 0 })
          .execute();
        await takeNumbers(db, 'rules');
      }),
    remove: (id) =>
      doors.write(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('rule').where('id', '=', id).executeTakeFirst();
        await takeNumbers(db, 'rules');
        return numDeletedRows > 0n;
      }),
    setFollow: (id, follow) =>
      doors.write(async (db) => {
        const row = await db.selectFrom('rule').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
        if (row === undefined || !mayFollow(ruleOf(row))) return false;
        await db
          .updateTable('rule')
          .set({ follow: follow ? 1 : 0 })
          .where('id', '=', id)
          .execute();
        await takeNumbers(db, 'rules');
        return true;
      }),
    async revision() {
      const row = await doors.read.selectFrom('counter').select('value').where('name', '=', 'rules').executeTakeFirst();
      return row === undefined ? 0 : Number(row.value);
    },
  };
}

function ruleOf({ follow, action, scope, ...row }: RuleTable): Rule {
  return { ...row, action: action as RuleAction, scope: scope as RuleScope, ...(follow === 1 && { follow: true }) };
}
