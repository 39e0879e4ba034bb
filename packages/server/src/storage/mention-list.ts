import { sql } from 'kysely';
import type { MentionFilter } from '../ports/index.ts';
import { type MarkIndex, placeOf, stretchOf } from './mark-index.ts';
import { marksAsked, marksOf, needsMarks } from './marks.ts';
import { mentionOf } from './mention-row.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';

type Filter = Omit<MentionFilter, 'limit'>;

export async function findListed(db: Database, index: MarkIndex, filter: MentionFilter): Promise<MentionTable[]> {
  if (filter.ruledBy !== undefined || !needsMarks(filter))
    return plain(db, filter).selectAll().limit(filter.limit).execute();
  const { limit } = filter;
  const marks = marksAsked(filter);
  const marked = await index.find(db, { marks, ...(await stretchOf(db, filter)), limit });
  const unmarked = await findUnmarked(db, filter, marks, limit);
  if (unmarked.length === 0) return marked;
  return [...marked, ...unmarked].sort(newestFirst).slice(0, limit);
}

/**
 * Counted up to `most`: whole states in the index of marks, for those of the table cannot count a state without reading
 * each of its rows; stretches of a state by the table, where it finds their beginning at once.
 */
export async function countListed(db: Database, index: MarkIndex, filter: Filter, most: number): Promise<number> {
  const marks = marksAsked(filter);
  const { from, to, before, after } = filter;
  const isStretch = [from, to, before, after].some((end) => end !== undefined);
  if (filter.ruledBy !== undefined || marks.length === 0 || (isStretch && !needsMarks({ ...filter, limit: most }))) {
    const counted = db.selectFrom(plain(db, filter).select('id').limit(most).as('listed'));
    return Number((await counted.select((eb) => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n);
  }
  const marked = await index.count(db, { marks, ...(await stretchOf(db, filter)), limit: most });
  return Math.min(most, marked + (await findUnmarked(db, filter, marks, most - marked)).length);
}

/** Whole states, single pages and moments, by the indexes of the table. */
function plain(db: Database, filter: Filter) {
  const { site, link, moderation, targetKey, ruledBy, before, after, from, to } = filter;
  return (
    db
      .selectFrom('mention')
      .$if(site !== undefined, (query) => query.where('site', '=', site as string))
      // A literal, because SQLite takes a partial index only for a condition that it can read.
      .$if(link === 'lost', (query) => query.where(sql<boolean>`"link" = 'lost'`))
      .$if(link !== undefined && link !== 'lost', (query) => query.where('link', '=', link as string))
      .$if(moderation !== undefined, (query) => query.where('moderation', '=', moderation as string))
      .$if(moderation !== undefined && link === undefined, (query) => query.where(sql<boolean>`"link" != 'absent'`))
      .$if(targetKey !== undefined, (query) => query.where('targetKey', '=', targetKey as string))
      .$if(ruledBy !== undefined, (query) => query.where('ruledBy', '=', ruledBy as string))
      .$if(from !== undefined, (query) => query.where('receivedAt', '>=', from as number))
      .$if(to !== undefined, (query) => query.where('receivedAt', '<=', to as number))
      .$if(before !== undefined, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('receivedAt', 'id'), '<', tuple(before?.receivedAt as number, before?.id as string)),
        ),
      )
      .$if(after !== undefined, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('receivedAt', 'id'), '>', tuple(after?.receivedAt as number, after?.id as string)),
        ),
      )
      .orderBy('receivedAt', 'desc')
      .orderBy('id', 'desc')
  );
}

const PAGE = 1000;

/**
 * What was accepted and not looked at yet has no place in the index: writing it there would cost every notification more
 * than storing it. They are few, for at most ten thousand may wait on a site, and are looked through one by one.
 */
async function findUnmarked(
  db: Database,
  { site, targetKey, link, moderation, from, to, before, after }: Filter,
  marks: readonly string[],
  limit: number,
): Promise<MentionTable[]> {
  if ((moderation ?? 'pending') !== 'pending' || (link ?? 'unverified') !== 'unverified') return [];
  // A cursor at a marked one stands above all unmarked ones of its millisecond.
  const isMarked = async (cursor: Filter['before']) =>
    cursor !== undefined && (await placeOf(db, cursor.id)) !== undefined;
  const [belowMarked, aboveMarked] = [await isMarked(before), await isMarked(after)];
  const found: MentionTable[] = [];
  for (let offset = 0; found.length < limit; offset += PAGE) {
    const rows = await db
      .selectFrom('mention')
      .selectAll()
      .where('moderation', '=', 'pending')
      .where('link', '=', 'unverified')
      .where('place', 'is', null)
      .where('site', 'in', site === undefined ? ALL_SITES : [site])
      .$if(targetKey !== undefined, (query) => query.where('targetKey', '=', targetKey as string))
      .$if(from !== undefined, (query) => query.where('receivedAt', '>=', from as number))
      .$if(to !== undefined, (query) => query.where('receivedAt', '<=', to as number))
      .$if(before !== undefined, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          belowMarked
            ? eb('receivedAt', '<=', before?.receivedAt as number)
            : eb(refTuple('receivedAt', 'id'), '<', tuple(before?.receivedAt as number, before?.id as string)),
        ),
      )
      .$if(after !== undefined, (query) =>
        query.where(({ eb, refTuple, tuple }) =>
          aboveMarked
            ? eb('receivedAt', '>', after?.receivedAt as number)
            : eb(refTuple('receivedAt', 'id'), '>', tuple(after?.receivedAt as number, after?.id as string)),
        ),
      )
      .orderBy('receivedAt', 'desc')
      .orderBy('id', 'desc')
      .limit(PAGE)
      .offset(offset)
      .execute();
    for (const row of rows) if (fits(row, marks)) found.push(row);
    if (rows.length < PAGE) break;
  }
  return found.slice(0, limit);
}

/** Every site that has a mention, read from an index that begins with it: one step for each instead of one for each mention. */
const ALL_SITES = sql<string>`(with recursive held(site) as (select min("site") from "mention" union all
  select (select min("site") from "mention" where "site" > held.site) from held where held.site is not null)
  select site from held where site is not null)`;

function fits(row: MentionTable, marks: readonly string[]): boolean {
  const own = marksOf(mentionOf(row));
  return marks.every((mark) => own.has(mark));
}

function newestFirst(a: MentionTable, b: MentionTable): number {
  if (a.receivedAt !== b.receivedAt) return b.receivedAt - a.receivedAt;
  if (a.place !== null && b.place !== null) return b.place - a.place;
  if (a.place !== null || b.place !== null) return a.place === null ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
