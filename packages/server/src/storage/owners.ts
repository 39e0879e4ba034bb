import type { Owners } from '../ports/index.ts';
import type { Doors } from './doors.ts';

export function createOwners(doors: Doors): Owners {
  return {
    async count() {
      const row = await doors.read
        .selectFrom('owner')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    byName: (name) => doors.read.selectFrom('owner').selectAll().where('name', '=', name).executeTakeFirst(),
    byId: (id) => doors.read.selectFrom('owner').selectAll().where('id', '=', id).executeTakeFirst(),
    setUp: (secretHash, owner) =>
      doors.write(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('setUp').where('secretHash', '=', secretHash).executeTakeFirst();
        if (numDeletedRows === 0n) return false;
        await db.insertInto('owner').values(owner).execute();
        return true;
      }),
    offerSetUp: (secretHash) =>
      doors.write(async (db) => {
        await db.deleteFrom('setUp').execute();
        await db.insertInto('setUp').values({ secretHash }).execute();
      }),
    async isSetUpOffered(secretHash) {
      const row = await doors.read
        .selectFrom('setUp')
        .select('secretHash')
        .where('secretHash', '=', secretHash)
        .executeTakeFirst();
      return row !== undefined;
    },
    openSession: (session) =>
      doors.write(async (db) => void (await db.insertInto('session').values(session).execute())),
    session: (tokenHash) =>
      doors.read.selectFrom('session').selectAll().where('tokenHash', '=', tokenHash).executeTakeFirst(),
    touchSession: (tokenHash, seenAt) =>
      doors.write(async (db) => {
        await db.updateTable('session').set({ seenAt }).where('tokenHash', '=', tokenHash).execute();
      }),
    closeSession: (tokenHash) =>
      doors.write(async (db) => void (await db.deleteFrom('session').where('tokenHash', '=', tokenHash).execute())),
  };
}
