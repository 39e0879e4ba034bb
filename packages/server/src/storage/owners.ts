import type { Membership, Role } from '../access.ts';
import type { Owner } from '../owner.ts';
import type { Owners, SetUpOffer } from '../ports/index.ts';
import { asLanguage } from '../words/language.ts';
import type { Doors } from './doors.ts';
import type { Database } from './schema.ts';
import type { OwnerTable, SetUpTable } from './schema-access.ts';

export function createOwners(doors: Doors): Owners {
  return {
    async count() {
      const row = await doors.read
        .selectFrom('owner')
        .select((eb) => eb.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
      return Number(row.n);
    },
    async list(page) {
      const rows = await doors.read
        .selectFrom('owner')
        .selectAll()
        .orderBy('createdAt')
        .orderBy('name')
        .$if(page !== undefined, (query) => query.limit(page?.limit as number).offset(page?.from as number))
        .execute();
      return rows.map(toOwner);
    },
    async byName(name) {
      const row = await doors.read.selectFrom('owner').selectAll().where('name', '=', name).executeTakeFirst();
      return row && toOwner(row);
    },
    async byId(id) {
      const row = await doors.read.selectFrom('owner').selectAll().where('id', '=', id).executeTakeFirst();
      return row && toOwner(row);
    },
    setLanguage: (id, language) =>
      doors.write(async (db) => void (await db.updateTable('owner').set({ language }).where('id', '=', id).execute())),
    setUp: (secretHash, owner) =>
      doors.write(async (db) => {
        const offer = await offered(db, secretHash, owner.createdAt);
        if (!offer) return false;
        await db.deleteFrom('setUp').where('secretHash', '=', secretHash).execute();
        if (offer.owner === undefined) {
          await db
            .insertInto('owner')
            .values({ ...owner, language: owner.language ?? null })
            .execute();
          const { site, role } = offer.membership ?? { site: undefined, role: 'owner' };
          await db
            .insertInto('membership')
            .values({ owner: owner.id, site: site ?? EVERYWHERE, role })
            .execute();
          return true;
        }
        // Whoever sat at the desk with the old password, the owner or a thief, has to come in anew.
        await db.deleteFrom('session').where('owner', '=', offer.owner).execute();
        const { passwordHash } = owner;
        const changed = db.updateTable('owner').set({ passwordHash }).where('id', '=', offer.owner);
        return (await changed.executeTakeFirst()).numUpdatedRows > 0n;
      }),
    offerSetUp: (secretHash, { owner = null, until = null, membership } = {}) =>
      doors.write(async (db) => {
        await db.deleteFrom('setUp').where('invitation', 'is', null).execute();
        await db
          .insertInto('setUp')
          .values({ secretHash, owner, until, ...columnsOf(membership), invitation: null, by: null })
          .execute();
      }),
    setUpOffer: (secretHash, now) => offered(doors.read, secretHash, now),
  };
}

function toOwner({ language: kept, ...row }: OwnerTable): Owner {
  const language = asLanguage(kept);
  return { ...row, ...(language && { language }) };
}

/** What stands in place of a site's id for all of them. */
export const EVERYWHERE = '';

export function columnsOf(membership: Membership | undefined): Pick<SetUpTable, 'role' | 'site'> {
  return { role: membership?.role ?? null, site: membership ? (membership.site ?? EVERYWHERE) : null };
}

export function membershipOf({ role, site }: { role: string; site: string | null }): Membership {
  return { role: role as Role, site: site === null || site === EVERYWHERE ? undefined : site };
}

async function offered(db: Database, secretHash: string, now: number): Promise<SetUpOffer | undefined> {
  const row = await db
    .selectFrom('setUp')
    .select(['owner', 'until', 'role', 'site'])
    .where('secretHash', '=', secretHash)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', now)]))
    .executeTakeFirst();
  return (
    row && {
      ...(row.owner !== null && { owner: row.owner }),
      ...(row.until !== null && { until: row.until }),
      ...(row.role !== null && { membership: membershipOf({ role: row.role, site: row.site }) }),
    }
  );
}
