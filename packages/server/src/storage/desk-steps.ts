import type { DeskStep, DeskSteps } from '../ports/index.ts';
import type { Doors } from './doors.ts';

const MOST = 100;

export function createDeskSteps(doors: Doors): DeskSteps {
  return {
    keep: ({ id, at, rule, to, before }) =>
      doors.write(async (db) => {
        const row = { id, at, rule: rule ?? null, mentions: JSON.stringify({ to, before }) };
        await db.insertInto('deskStep').values(row).execute();
        const newest = db.selectFrom('deskStep').select('id').orderBy('at', 'desc').orderBy('id', 'desc').limit(MOST);
        await db.deleteFrom('deskStep').where('id', 'not in', newest).execute();
      }),
    take: (id) =>
      doors.write(async (db) => {
        const row = await db.deleteFrom('deskStep').where('id', '=', id).returningAll().executeTakeFirst();
        if (row === undefined) return undefined;
        return {
          id,
          at: row.at,
          rule: row.rule ?? undefined,
          ...(JSON.parse(row.mentions) as Pick<DeskStep, 'to' | 'before'>),
        };
      }),
  };
}
