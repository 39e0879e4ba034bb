import type { Hubs, Subscription } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import type { HubTable } from './schema-watching.ts';

export function createHubs(doors: Doors): Hubs {
  const find = async (column: 'site' | 'id', value: string) => {
    const row = await doors.read.selectFrom('hub').selectAll().where(column, '=', value).executeTakeFirst();
    return row && subscriptionOf(row);
  };
  return {
    bySite: (site) => find('site', site),
    byId: (id) => find('id', id),
    save: ({ until = null, ...subscription }) =>
      doors.write(async (db) => {
        const row = { ...subscription, until };
        await db
          .insertInto('hub')
          .values(row)
          .onConflict((conflict) => conflict.column('site').doUpdateSet(row))
          .execute();
      }),
    remove: (site) => doors.write(async (db) => void (await db.deleteFrom('hub').where('site', '=', site).execute())),
  };
}

function subscriptionOf({ until, ...row }: HubTable): Subscription {
  return { ...row, state: row.state as Subscription['state'], until: until ?? undefined };
}
