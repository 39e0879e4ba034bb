import { type SelectQueryBuilder, sql } from 'kysely';
import type { PublicMention } from '../mention.ts';
import type { PublicQuery } from '../ports/index.ts';
import { hostOfKey } from './host-of-key.ts';
import { PUBLIC_COLUMNS, publicMentionOf } from './mention-row.ts';
import type { Database, Schema } from './schema.ts';

/** A literal, for a parameter would keep the planners of both databases from the partial indexes. */
const SHOWN = sql<boolean>`"isPublic" = 1`;

/**
 * Beside pages the site is a check and no way to find anything: SQLite knows no statistics and took the site's index, and
 * one page of a site with 100,000 mentions cost 120 ms.
 */
export const SITE_UNINDEXED = sql<string>`"site" || ''`;

/** Looked up one by one as rows are found: ten thousand names in a query took longer than the query. */
export const allSites = sql<string>`(SELECT "id" FROM "site")`;

export async function findPublished(
  db: Database,
  query: PublicQuery,
): Promise<{ readonly rows: readonly PublicMention[]; readonly total: number }> {
  if (query.targetKeys.length === 0 && query.sites.length === 0) return { rows: [], total: 0 };
  const shown = db
    .selectFrom('mention')
    .where(SHOWN)
    .$if(query.hosts !== undefined, (found) => found.where(hostOfKey(db), 'in', [...(query.hosts ?? [])]));
  const matching = narrow(shown, query);
  const direction = query.direction === 'up' ? 'asc' : 'desc';
  const found = await matching
    .select(PUBLIC_COLUMNS)
    .$if(query.after !== undefined, (found) =>
      found.where('publicId', query.direction === 'up' ? '>' : '<', query.after as number),
    )
    // A mention is "created" when its number is given, so the number's index sorts it.
    .$if(query.sortBy === 'updated', (found) => found.orderBy('updatedAt', direction))
    // Those that answer no invitation come last, whichever way.
    .$if(query.sortBy === 'rsvp', (found) => found.orderBy(sql`"rsvp" IS NULL`).orderBy('rsvp', direction))
    .$if(query.sortBy === 'published', (found) => found.orderBy(sql`coalesce("publishedAt", "publicAt")`, direction))
    .orderBy('publicId', direction)
    // One more than asked for tells whether there are more, and where there are none nobody has to count.
    .limit(query.limit + 1)
    .offset(query.offset)
    .execute();
  const rows = found.slice(0, query.limit);
  const isLast = found.length <= query.limit && (found.length > 0 || query.offset === 0);
  if (query.after !== undefined) return { rows: rows.map(publicMentionOf), total: 0 };
  if (isLast) return { rows: rows.map(publicMentionOf), total: query.offset + rows.length };
  const { total } = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  return { rows: rows.map(publicMentionOf), total: Number(total) };
}

/** Public mentions of these pages by kind. */
export async function countPublished(db: Database, targetKeys: readonly string[]): Promise<Record<string, number>> {
  if (targetKeys.length === 0) return {};
  const rows = await db
    .selectFrom('mention')
    .select((eb) => ['kind', 'rsvp', eb.fn.countAll<number>().as('n')])
    .where(SHOWN)
    .where('targetKey', 'in', [...targetKeys])
    .groupBy(['kind', 'rsvp'])
    .execute();
  return Object.fromEntries(rows.map(({ kind, rsvp, n }) => [rsvp ? `${kind}-${rsvp}` : kind, Number(n)]));
}

function narrow<O>(
  from: SelectQueryBuilder<Schema, 'mention', O>,
  { targetKeys, sites, hosts, kinds, since, sinceId, changedSince }: PublicQuery,
): SelectQueryBuilder<Schema, 'mention', O> {
  let found = from;
  if (targetKeys.length > 0) found = found.where('targetKey', 'in', [...targetKeys]);
  if (sites === 'all') found = found.where(SITE_UNINDEXED, 'in', allSites);
  else if (sites.length > 0)
    found = found.where(targetKeys.length > 0 || hosts ? SITE_UNINDEXED : 'site', 'in', [...sites]);
  if (kinds !== undefined && kinds.length > 0) found = found.where('kind', 'in', [...kinds]);
  if (since !== undefined) found = found.where('publicAt', '>', since);
  if (sinceId !== undefined) found = found.where('publicId', '>', sinceId);
  if (changedSince !== undefined) found = found.where('updatedAt', '>=', changedSince);
  return found;
}

/** Keys of pages are URLs, and `0` is what comes after `/`. */
export async function knowsHost(db: Database, site: string | undefined, host: string): Promise<boolean> {
  const from = (root: string) =>
    db
      .selectFrom('mention')
      .select('id')
      .$if(site !== undefined, (query) => query.where('site', '=', site as string))
      .where(SHOWN)
      .where('sourceKey', '>=', `${root}/`)
      .where('sourceKey', '<', `${root}0`)
      .limit(1);
  const found = await db
    .selectNoFrom([from(`https://${host}`).as('safe'), from(`http://${host}`).as('plain')])
    .executeTakeFirstOrThrow();
  return found.safe !== null || found.plain !== null;
}
