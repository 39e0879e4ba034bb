import { NOTICE_EVENTS } from '../notice.ts';
import type { Recipients } from '../ports/index.ts';
import type { Recipient } from '../recipient.ts';
import type { Doors } from './doors.ts';
import type { Database } from './schema.ts';
import type { RecipientTable } from './schema-notices.ts';

export function createRecipients(doors: Doors): Recipients {
  return {
    async list({ site, limit } = {}) {
      const rows = await doors.read
        .selectFrom('recipient')
        .selectAll()
        .$if(site === 'house', (query) => query.where('site', 'is', null))
        .$if(site !== undefined && site !== 'house', (query) => query.where('site', '=', site as string))
        .$if(limit !== undefined, (query) => query.limit(limit as number))
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return rows.map(recipientOf);
    },
    async byId(id) {
      const row = await doors.read.selectFrom('recipient').selectAll().where('id', '=', id).executeTakeFirst();
      return row && recipientOf(row);
    },
    save: (recipient) =>
      doors.write(async (db) => {
        const row = rowOf(recipient);
        await db
          .insertInto('recipient')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
          .execute();
      }),
    remove: (id) =>
      doors.write(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('recipient').where('id', '=', id).executeTakeFirst();
        await dropNotices(db, id);
        return numDeletedRows > 0n;
      }),
    setProblem: (id, problem = null as never) =>
      doors.write(
        async (db) => void (await db.updateTable('recipient').set({ problem }).where('id', '=', id).execute()),
      ),
  };
}

/** All of a site, which is removed itself. */
export async function removeRecipients(db: Database, site: string): Promise<void> {
  const gone = await db.deleteFrom('recipient').where('site', '=', site).returning('id').execute();
  for (const { id } of gone) await dropNotices(db, id);
}

async function dropNotices(db: Database, recipient: string): Promise<void> {
  await db
    .updateTable('notice')
    .set({ state: 'dropped', reason: 'Its recipient was removed.' })
    .where('recipient', '=', recipient)
    .where('state', '=', 'waiting')
    .execute();
}

export function recipientOf({ settings, events, site, active, problem, ...row }: RecipientTable): Recipient {
  const named = events.split(',');
  return {
    ...row,
    ...(JSON.parse(settings) as object),
    events: NOTICE_EVENTS.filter((event) => named.includes(event)),
    site: site ?? undefined,
    active: active === 1,
    problem: problem ?? undefined,
  } as unknown as Recipient;
}

function rowOf({
  id,
  kind,
  address,
  site,
  events,
  active,
  problem,
  createdAt,
  ...settings
}: Recipient): RecipientTable {
  return {
    ...{ id, kind, address, createdAt },
    site: site ?? null,
    events: events.join(','),
    active: active ? 1 : 0,
    problem: problem ?? null,
    settings: JSON.stringify(settings),
  };
}
