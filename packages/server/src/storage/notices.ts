import type { Notice, NoticeEvent, NoticeState } from '../notice.ts';
import type { Notices } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import { writeNotices } from './outbox.ts';
import type { NoticeTable } from './schema-notices.ts';

/** A thousand statements would hold up other writers, and a thousand parameters are more than some databases take. */
const CHUNK = 200;

export function createNotices(doors: Doors): Notices {
  return {
    add: (occurrence) => doors.write((db) => writeNotices(db, occurrence)),
    async byId(id) {
      const row = await doors.read.selectFrom('notice').selectAll().where('id', '=', id).executeTakeFirst();
      return row && noticeOf(row);
    },
    async list({ state, recipient, before, limit }) {
      const last =
        before === undefined
          ? undefined
          : await doors.read.selectFrom('notice').select('place').where('id', '=', before).executeTakeFirst();
      const rows = await doors.read
        .selectFrom('notice')
        .selectAll()
        .$if(state !== undefined, (query) => query.where('state', '=', state as string))
        .$if(recipient !== undefined, (query) => query.where('recipient', '=', recipient as string))
        .$if(last !== undefined, (query) => query.where('place', '<', last?.place as number))
        .orderBy('place', 'desc')
        .limit(limit)
        .execute();
      return rows.map(noticeOf);
    },
    async waiting(recipient, limit) {
      const all = doors.read
        .selectFrom('notice')
        .selectAll()
        .where('recipient', '=', recipient)
        .where('state', '=', 'waiting')
        .orderBy('place')
        .limit(limit);
      const begun = await all.where('batch', 'is not', null).execute();
      return (begun.length > 0 ? begun : await all.execute()).map(noticeOf);
    },
    change: (ids, change) =>
      doors.write(async (db) => {
        for (let at = 0; at < ids.length; at += CHUNK)
          await db
            .updateTable('notice')
            .set(change)
            .where('id', 'in', ids.slice(at, at + CHUNK))
            .execute();
      }),
    async sentSince(recipient, since) {
      const rows = await doors.read
        .selectFrom('notice')
        .select((eb) => ['batch', eb.fn.max('updatedAt').as('at')])
        .where('recipient', '=', recipient)
        .where('state', '=', 'sent')
        .where('updatedAt', '>', since)
        .groupBy('batch')
        .execute();
      return rows.map(({ at }) => Number(at)).sort((one, other) => one - other);
    },
    tidy: (before) =>
      doors.write(
        async (db) =>
          void (await db
            .deleteFrom('notice')
            .where('state', '!=', 'waiting')
            .where('updatedAt', '<', before)
            .execute()),
      ),
  };
}

function noticeOf({ place: _place, batch, body, ...row }: NoticeTable): Notice {
  return {
    ...row,
    event: row.event as NoticeEvent,
    state: row.state as NoticeState,
    batch: batch ?? undefined,
    body: body ?? undefined,
  };
}
