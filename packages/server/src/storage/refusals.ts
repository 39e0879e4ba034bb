import type { Protocol } from '@hearback/protocol';
import type { Refusal } from '../mention.ts';
import type { Refusals } from '../ports/index.ts';
import { count } from './count.ts';
import { takeNumbers } from './counter.ts';
import type { Doors } from './doors.ts';
import { lock } from './locks.ts';
import type { RefusalTable } from './schema-mentions.ts';

export const RING = 10_000;
export const KEPT_MS = 30 * 24 * 60 * 60_000;

export function createRefusals(doors: Doors): Refusals {
  return {
    add: ({ id, site, protocol, source, target, reason, at }) =>
      doors.write(async (db) => {
        await lock(db, `refusal ${site}`);
        await count(db, { site, name: 'refused', at, key: '' }, 1);
        // A repeat keeps its place: shouting the same thing ten thousand times must not push everyone else out.
        const known = await db
          .updateTable('refusal')
          .set((eb) => ({ repeats: eb('repeats', '+', 1), at }))
          .where('source', '=', source)
          .where('target', '=', target)
          .where('site', '=', site)
          .where('protocol', '=', protocol)
          .where('reason', '=', reason)
          .returning('id')
          .executeTakeFirst();
        if (known !== undefined) return known.id;
        const place = await takeNumbers(db, `refusal ${site}`);
        await db
          .insertInto('refusal')
          .values({ id, site, place, protocol, source, target, reason, at, repeats: 0 })
          .execute();
        await db
          .deleteFrom('refusal')
          .where('site', '=', site)
          .where('place', '<=', place - RING)
          .execute();
        await db
          .deleteFrom('refusal')
          .where('at', '<', at - KEPT_MS)
          .execute();
        return id;
      }),
    async byId(id) {
      const row = await doors.read.selectFrom('refusal').selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? undefined : refusalOf(row);
    },
    async list({ site, before, limit }) {
      const rows = await doors.read
        .selectFrom('refusal')
        .selectAll()
        .$if(site !== undefined, (query) => query.where('site', '=', site as string))
        .$if(before !== undefined, (query) =>
          query.where(({ eb, refTuple, tuple }) =>
            eb(refTuple('at', 'id'), '<', tuple(before?.at as number, before?.id as string)),
          ),
        )
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .execute();
      return rows.map(refusalOf);
    },
  };
}

function refusalOf({ place: _place, protocol, ...row }: RefusalTable): Refusal {
  return { ...row, protocol: protocol as Protocol };
}
