import type { Session } from '../owner.ts';
import type { SessionStore } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import type { SessionTable } from './schema-access.ts';

export function createSessionStore(doors: Doors): SessionStore {
  return {
    open: ({ address = null, agent = null, ...session }, deadBefore) =>
      doors.write(async (db) => {
        if (deadBefore !== undefined) await db.deleteFrom('session').where('createdAt', '<=', deadBefore).execute();
        await db
          .insertInto('session')
          .values({ ...session, address, agent })
          .execute();
      }),
    async byHash(tokenHash) {
      const row = await doors.read
        .selectFrom('session')
        .selectAll()
        .where('tokenHash', '=', tokenHash)
        .executeTakeFirst();
      return row && sessionOf(row);
    },
    touch: (tokenHash, seenAt) =>
      doors.write(async (db) => {
        await db.updateTable('session').set({ seenAt }).where('tokenHash', '=', tokenHash).execute();
      }),
    close: (tokenHash) =>
      doors.write(async (db) => void (await db.deleteFrom('session').where('tokenHash', '=', tokenHash).execute())),
    async of(owner) {
      const rows = await doors.read
        .selectFrom('session')
        .selectAll()
        .where('owner', '=', owner)
        .orderBy('seenAt', 'desc')
        .execute();
      return rows.map(sessionOf);
    },
    changePassword: (owner, passwordHash, kept) =>
      doors.write(async (db) => {
        const changed = db.updateTable('owner').set({ passwordHash }).where('id', '=', owner);
        if ((await changed.executeTakeFirst()).numUpdatedRows === 0n) return false;
        await db.deleteFrom('session').where('owner', '=', owner).where('tokenHash', '<>', kept).execute();
        // Whoever had asked for a link to come in by has no more use for it, and a thief must not have one.
        await db.deleteFrom('setUp').where('owner', '=', owner).execute();
        return true;
      }),
  };
}

function sessionOf({ address, agent, ...row }: SessionTable): Session {
  return { ...row, ...(address !== null && { address }), ...(agent !== null && { agent }) };
}
