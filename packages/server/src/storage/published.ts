import { sql } from 'kysely';
import type { PublicMention } from '../mention.ts';
import type { PublicQuery } from '../ports/index.ts';
import { hostOfKey } from './host-of-key.ts';
import { PUBLIC_COLUMNS, publicMentionOf } from './mention-row.ts';
import { createPrepared, type SlotOf } from './prepared.ts';
import type { Database } from './schema.ts';

/** A literal, for a parameter would keep the planners of both databases from the partial indexes. */
const SHOWN = sql<boolean>`"isPublic" = 1`;

/**
 * Beside pages the site is a check and no way to find anything: SQLite knows no statistics and took the site's index, and
 * one page of a site with 100,000 mentions cost 120 ms.
 */
export const SITE_UNINDEXED = sql<string>`"site" || ''`;

/** Looked up one by one as rows are found: ten thousand names in a query took longer than the query. */
export const allSites = sql<string>`(SELECT "id" FROM "site")`;

export function createPublished(db: Database) {
  const find = createPrepared(db, shapeOf, (asked, slot) => page(db, slotted(asked, slot)));
  const sum = createPrepared(db, shapeOf, (asked, slot) =>
    matching(db, slotted(asked, slot)).select((eb) => eb.fn.countAll<number>().as('total')),
  );
  const count = createPrepared(
    db,
    (targetKeys: readonly string[]) => String(targetKeys.length),
    (targetKeys, slot) =>
      db
        .selectFrom('mention')
        .select((eb) => ['kind', 'rsvp', eb.fn.countAll<number>().as('n')])
        .where(SHOWN)
        .where(
          'targetKey',
          'in',
          slots(targetKeys, slot, (asked) => asked),
        )
        .groupBy(['kind', 'rsvp']),
  );

  return {
    async find(query: PublicQuery): Promise<{ readonly rows: readonly PublicMention[]; readonly total: number }> {
      if (query.targetKeys.length === 0 && query.sites.length === 0) return { rows: [], total: 0 };
      // One more than asked for tells whether there are more, and where there are none nobody has to count.
      const found = await find({ ...query, limit: query.limit + 1 });
      const rows = found.slice(0, query.limit).map(publicMentionOf);
      if (query.after !== undefined) return { rows, total: 0 };
      const isLast = found.length <= query.limit && (found.length > 0 || query.offset === 0);
      if (isLast) return { rows, total: query.offset + rows.length };
      return { rows, total: Number((await sum(query))[0]?.total ?? 0) };
    },
    /** Public mentions of these pages by kind. */
    async counts(targetKeys: readonly string[]): Promise<Record<string, number>> {
      if (targetKeys.length === 0) return {};
      const rows = await count(targetKeys);
      return Object.fromEntries(rows.map(({ kind, rsvp, n }) => [rsvp ? `${kind}-${rsvp}` : kind, Number(n)]));
    },
  };
}

/** Everything of a query but its values. */
function shapeOf(query: PublicQuery): string {
  const { targetKeys, sites, hosts, kinds, since, sinceId, changedSince, after, sortBy, direction } = query;
  const lists = [targetKeys.length, sites === 'all' ? sites : sites.length, hosts?.length ?? '', kinds?.length ?? 0];
  const isThere = [since, sinceId, changedSince, after].map((value) => value !== undefined);
  return [...lists, ...isThere, sortBy, direction].join(' ');
}

/** The same query with a slot for each of its values. */
function slotted(query: PublicQuery, slot: SlotOf<PublicQuery>): PublicQuery {
  const { sites } = query;
  const one = <K extends 'since' | 'sinceId' | 'changedSince' | 'after'>(name: K) =>
    query[name] === undefined ? {} : { [name]: slot((asked) => asked[name]) };
  return {
    ...query,
    targetKeys: slots(query.targetKeys, slot, (asked) => asked.targetKeys),
    sites: sites === 'all' ? sites : slots(sites, slot, (asked) => asked.sites),
    hosts: query.hosts && slots(query.hosts, slot, (asked) => asked.hosts ?? []),
    kinds: slots(query.kinds ?? [], slot, (asked) => asked.kinds ?? []),
    ...one('since'),
    ...one('sinceId'),
    ...one('changedSince'),
    ...one('after'),
    limit: slot((asked) => asked.limit),
    offset: slot((asked) => asked.offset),
  };
}

function slots<Q>(list: readonly string[], slot: SlotOf<Q>, of: (query: Q) => ArrayLike<string>): string[] {
  return list.map((_, n) => slot((asked) => of(asked)[n] as string));
}

function page(db: Database, query: PublicQuery) {
  const { after } = query;
  const direction = query.direction === 'up' ? 'asc' : 'desc';
  return (
    matching(db, query)
      .select(PUBLIC_COLUMNS)
      .$if(after !== undefined, (found) =>
        found.where('publicId', query.direction === 'up' ? '>' : '<', after as number),
      )
      // A mention is "created" when its number is given, so the number's index sorts it.
      .$if(query.sortBy === 'updated', (found) => found.orderBy('updatedAt', direction))
      // Those that answer no invitation come last, whichever way.
      .$if(query.sortBy === 'rsvp', (found) => found.orderBy(sql`"rsvp" IS NULL`).orderBy('rsvp', direction))
      .$if(query.sortBy === 'published', (found) => found.orderBy(sql`coalesce("publishedAt", "publicAt")`, direction))
      .orderBy('publicId', direction)
      .limit(query.limit)
      .offset(query.offset)
  );
}

function matching(db: Database, query: PublicQuery) {
  const { targetKeys, sites, hosts, kinds, since, sinceId, changedSince } = query;
  let found = db.selectFrom('mention').where(SHOWN);
  if (hosts !== undefined) found = found.where(hostOfKey(db), 'in', [...hosts]);
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
