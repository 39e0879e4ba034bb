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
        return row && stepOf(row);
      }),
    async byId(id) {
      const row = await doors.read.selectFrom('deskStep').selectAll().where('id', '=', id).executeTakeFirst();
      return row && stepOf(row);
    },
  };
}

interface StepRow {
  readonly id: string;
  readonly at: number;
  readonly rule: string | null;
  readonly mentions: string;
}

function stepOf({ id, at, rule, mentions }: StepRow): DeskStep {
  return { id, at, rule: rule ?? undefined, ...(JSON.parse(mentions) as Pick<DeskStep, 'to' | 'before'>) };
}
