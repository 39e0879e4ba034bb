import type { Membership } from '../access.ts';
import type { Members } from '../ports/index.ts';
import type { Doors } from './doors.ts';
import { lock } from './locks.ts';
import { columnsOf, EVERYWHERE, membershipOf } from './owners.ts';
import type { Database } from './schema.ts';

export function createMembers(doors: Doors): Members {
  return {
    async of(owner) {
      const rows = await doors.read
        .selectFrom('membership')
        .selectAll()
        .where('owner', '=', owner)
        .orderBy('site')
        .execute();
      return rows.map(membershipOf);
    },
    async all() {
      const rows = await doors.read.selectFrom('membership').selectAll().orderBy('owner').orderBy('site').execute();
      const people = new Map<string, Membership[]>();
      for (const row of rows) people.set(row.owner, [...(people.get(row.owner) ?? []), membershipOf(row)]);
      return people;
    },
    set: (owner, memberships) =>
      doors.write(async (db) => {
        await lock(db, 'members');
        const isOwner = memberships.some(({ site, role }) => site === undefined && role === 'owner');
        if (!(await isKnown(db, owner)) || (!isOwner && !(await hasOtherOwner(db, owner)))) return false;
        await db.deleteFrom('membership').where('owner', '=', owner).execute();
        for (const { site = EVERYWHERE, role } of memberships)
          await db
            .insertInto('membership')
            .values({ owner, site, role })
            .onConflict((conflict) => conflict.columns(['owner', 'site']).doUpdateSet({ role }))
            .execute();
        return true;
      }),
    remove: (owner) =>
      doors.write(async (db) => {
        await lock(db, 'members');
        if (!(await hasOtherOwner(db, owner))) return false;
        await db.deleteFrom('session').where('owner', '=', owner).execute();
        await db.deleteFrom('membership').where('owner', '=', owner).execute();
        await db.deleteFrom('setUp').where('owner', '=', owner).execute();
        await db.deleteFrom('apiToken').where('maker', '=', owner).execute();
        return (await db.deleteFrom('owner').where('id', '=', owner).executeTakeFirst()).numDeletedRows > 0n;
      }),
    invite: (secretHash, { id, membership, by, until }) =>
      doors.write(async (db) => {
        const row = { secretHash, owner: null, until, invitation: id, by, ...columnsOf(membership) };
        await db.insertInto('setUp').values(row).execute();
      }),
    async invitations(now) {
      const rows = await doors.read
        .selectFrom('setUp')
        .selectAll()
        .where('invitation', 'is not', null)
        .where('until', '>', now)
        .orderBy('until', 'desc')
        .execute();
      return rows.flatMap(({ invitation, by, until, role, site }) =>
        invitation === null || role === null || until === null
          ? []
          : [{ id: invitation, membership: membershipOf({ role, site }), by: by ?? '', until }],
      );
    },
    withdraw: (id) =>
      doors.write(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('setUp').where('invitation', '=', id).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
  };
}

async function isKnown(db: Database, owner: string): Promise<boolean> {
  return (await db.selectFrom('owner').select('id').where('id', '=', owner).executeTakeFirst()) !== undefined;
}

/** Without anybody who may do everything the desk would be locked for good. */
async function hasOtherOwner(db: Database, owner: string): Promise<boolean> {
  const other = await db
    .selectFrom('membership')
    .select('owner')
    .where('site', '=', EVERYWHERE)
    .where('role', '=', 'owner')
    .where('owner', '<>', owner)
    .limit(1)
    .executeTakeFirst();
  return other !== undefined;
}
