import type { LinkChangeKind } from '../link-change.ts';
import type { ChangedLink, ChangeFilter, Ledger } from '../ports/index.ts';
import { mentionOf } from './mention-row.ts';
import type { Database } from './schema.ts';

/** Changes of links that are approved or wait, by the index of their time; the link itself is looked up for each. */
function found(db: Database, { site, from, to, kinds, domain, targetKey }: ChangeFilter) {
  return db
    .selectFrom('linkChange')
    .innerJoin('backlink', 'backlink.mention', 'linkChange.mention')
    .$if(site !== undefined, (query) => query.where('linkChange.site', '=', site as string))
    .where('linkChange.at', '>=', from)
    .where('linkChange.at', '<', to)
    .where('backlink.moderation', 'in', ['approved', 'pending'])
    .$if(kinds !== undefined, (query) => query.where('linkChange.kind', 'in', [...(kinds ?? [])]))
    .$if(domain !== undefined, (query) => query.where('linkChange.domain', '=', domain as string))
    .$if(targetKey !== undefined, (query) => query.where('backlink.targetKey', '=', targetKey as string));
}

export async function changedLinks(
  db: Database,
  filter: ChangeFilter,
  { after, limit }: Parameters<Ledger['changes']>[1],
): Promise<readonly ChangedLink[]> {
  const rows = await found(db, filter)
    .select(['linkChange.mention', 'linkChange.place', 'linkChange.at', 'linkChange.kind'])
    .select(['linkChange.was', 'linkChange.became', 'linkChange.step'])
    .$if(after !== undefined, (query) =>
      query.where(({ eb, refTuple, tuple }) =>
        eb(
          refTuple('linkChange.at', 'linkChange.mention', 'linkChange.place'),
          '<',
          tuple(after?.change.at as number, after?.change.mention as string, after?.place as number),
        ),
      ),
    )
    .orderBy('linkChange.at', 'desc')
    .orderBy('linkChange.mention', 'desc')
    .orderBy('linkChange.place', 'desc')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const ids = [...new Set(rows.map(({ mention }) => mention))];
  const mentions = await db.selectFrom('mention').selectAll().where('id', 'in', ids).execute();
  const byId = new Map(mentions.map((row) => [row.id, mentionOf(row)]));
  return rows.flatMap(({ place, ...row }) => {
    const mention = byId.get(row.mention);
    const change = { ...row, kind: row.kind as LinkChangeKind, step: row.step ?? undefined };
    return mention ? [{ place, change, mention }] : [];
  });
}

export async function changeCounts(db: Database, filter: ChangeFilter): Promise<ReadonlyMap<LinkChangeKind, number>> {
  const rows = await found(db, filter)
    .select((eb) => ['linkChange.kind', eb.fn.countAll<number>().as('count')])
    .groupBy('linkChange.kind')
    .execute();
  return new Map(rows.map(({ kind, count }) => [kind as LinkChangeKind, Number(count)]));
}

export async function topChanges(db: Database, filter: ChangeFilter, by: 'domain' | 'targetKey', limit: number) {
  const key = by === 'domain' ? 'linkChange.domain' : 'backlink.targetKey';
  const rows = await found(db, filter)
    .select((eb) => [eb.ref(key).as('key'), eb.fn.countAll<number>().as('count')])
    .groupBy(key)
    .orderBy('count', 'desc')
    .orderBy(key)
    .limit(limit)
    .execute();
  return rows.map((row) => ({ key: row.key, count: Number(row.count) }));
}
