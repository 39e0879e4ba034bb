import { type ApiToken, type AuditAction, type AuditEntry, SCOPES } from '../access.ts';
import type { Audit, Tokens } from '../ports/index.ts';
import { takeNumbers } from './counter.ts';
import type { Doors } from './doors.ts';
import type { ApiTokenTable } from './schema-access.ts';

export function createTokens(doors: Doors): Tokens {
  return {
    async list({ site, limit } = {}) {
      const rows = await doors.read
        .selectFrom('apiToken')
        .selectAll()
        .$if(site === 'house', (query) => query.where('site', 'is', null))
        .$if(site !== undefined && site !== 'house', (query) => query.where('site', '=', site as string))
        .$if(limit !== undefined, (query) => query.limit(limit as number))
        .orderBy('createdAt')
        .orderBy('id')
        .execute();
      return rows.map(tokenOf);
    },
    async byId(id) {
      const row = await doors.read.selectFrom('apiToken').selectAll().where('id', '=', id).executeTakeFirst();
      return row && tokenOf(row);
    },
    async byHash(tokenHash) {
      const row = await doors.read
        .selectFrom('apiToken')
        .selectAll()
        .where('tokenHash', '=', tokenHash)
        .executeTakeFirst();
      return row && tokenOf(row);
    },
    add: ({ scopes, site = null, maker = null, lastUsedAt = null, ...token }) =>
      doors.write(async (db) => {
        const row = { ...token, scopes: scopes.join(','), site, maker, lastUsedAt };
        await db.insertInto('apiToken').values(row).execute();
      }),
    revoke: (id) =>
      doors.write(async (db) => {
        const { numDeletedRows } = await db.deleteFrom('apiToken').where('id', '=', id).executeTakeFirst();
        return numDeletedRows > 0n;
      }),
    touch: (id, lastUsedAt) =>
      doors.write(
        async (db) => void (await db.updateTable('apiToken').set({ lastUsedAt }).where('id', '=', id).execute()),
      ),
  };
}

function tokenOf({ scopes, site, maker, lastUsedAt, ...row }: ApiTokenTable): ApiToken {
  const named = scopes.split(',');
  return {
    ...row,
    scopes: SCOPES.filter((scope) => named.includes(scope)),
    site: site ?? undefined,
    maker: maker ?? undefined,
    lastUsedAt: lastUsedAt ?? undefined,
  };
}

/** How many entries of each ring are kept: 0 what owners did, 1 what strangers tried. */
const RINGS = [10_000, 1_000] as const;

export function createAudit(doors: Doors): Audit {
  return {
    add: (entries) =>
      doors.write(async (db) => {
        if (entries.length === 0) return;
        let place = await takeNumbers(db, 'audit', entries.length);
        for (const { address = null, ...entry } of entries) {
          await db
            .insertInto('audit')
            .values({ ...entry, address, ring: ringOf(entry.action), place })
            .execute();
          place += 1;
        }
        for (const ring of new Set(entries.map(({ action }) => ringOf(action)))) {
          // Places are shared by both rings, so the oldest one to keep is looked up: one step in an index.
          const kept = await db
            .selectFrom('audit')
            .select('place')
            .where('ring', '=', ring)
            .orderBy('place', 'desc')
            .limit(1)
            .offset(RINGS[ring] - 1)
            .executeTakeFirst();
          if (kept) await db.deleteFrom('audit').where('ring', '=', ring).where('place', '<', kept.place).execute();
        }
      }),
    async list({ before, limit }) {
      const rows = await doors.read
        .selectFrom('audit')
        .selectAll()
        .$if(before !== undefined, (query) => query.where('place', '<', before as number))
        .orderBy('place', 'desc')
        .limit(limit)
        .execute();
      return rows.map(({ ring: _ring, address, action, ...row }) => ({
        ...row,
        action: action as AuditAction,
        address: address ?? undefined,
      }));
    },
  };
}

function ringOf(action: AuditEntry['action']): 0 | 1 {
  return action === 'log-in refused' ? 1 : 0;
}
