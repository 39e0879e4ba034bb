import type { Tombstones } from '../ports/index.ts';
import { takeMoment } from './counter.ts';
import type { Doors } from './doors.ts';
import { hostOfKey } from './host-of-key.ts';
import { allSites, SITE_UNINDEXED } from './published.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';

export function createTombstones(doors: Doors): Tombstones {
  return {
    async list({ targetKeys, sites, hosts, since, sinceId, limit, offset }) {
      if (targetKeys.length === 0 && sites.length === 0) return { rows: [], total: 0 };
      const matching = doors.read
        .selectFrom('tombstone')
        .$if(targetKeys.length > 0, (query) => query.where('targetKey', 'in', [...targetKeys]))
        .$if(hosts !== undefined, (query) => query.where(hostOfKey(doors.read), 'in', [...(hosts ?? [])]))
        .$if(sites === 'all', (query) => query.where(SITE_UNINDEXED, 'in', allSites))
        .$if(sites !== 'all' && sites.length > 0, (query) =>
          query.where(hosts ? SITE_UNINDEXED : 'site', 'in', [...sites]),
        )
        .$if(since !== undefined, (query) => query.where('deletedAt', '>', since as number))
        .$if(sinceId !== undefined, (query) => query.where('publicId', '>', sinceId as number));
      const rows = await matching.selectAll().orderBy('deletedAt', 'desc').limit(limit).offset(offset).execute();
      const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
      return {
        rows: rows.map(({ publicId, source, target, deletedAt }) => ({ id: publicId, source, target, deletedAt })),
        total: Number(total),
      };
    },
  };
}

type Withdrawn = Pick<MentionTable, 'publicId' | 'site' | 'source' | 'target' | 'targetKey'>;

/** Nothing for a mention that never was public. */
export async function addTombstone(db: Database, withdrawn: Withdrawn, at: number): Promise<void> {
  const { publicId, site, source, target, targetKey } = withdrawn;
  if (publicId === null) return;
  const deletedAt = await takeMoment(db, 'deletedAt', at);
  await db
    .insertInto('tombstone')
    .values({ publicId, site, source, target, targetKey, deletedAt })
    .onConflict((conflict) => conflict.column('publicId').doUpdateSet({ source, target, deletedAt }))
    .execute();
}

/** Its source is forgotten; that something was there is not, so that copies of it are still taken down. */
export async function blankTombstone(db: Database, publicId: number): Promise<void> {
  await db.updateTable('tombstone').set({ source: '' }).where('publicId', '=', publicId).execute();
}

export async function removeTombstone(db: Database, publicId: number): Promise<void> {
  await db.deleteFrom('tombstone').where('publicId', '=', publicId).execute();
}
