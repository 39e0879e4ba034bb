import { type Kysely, sql } from 'kysely';
import type { MentionFilter } from '../ports/index.ts';
import { sequenceOf } from './counter.ts';
import { isShared } from './locks.ts';
import type { Database } from './schema.ts';
import type { MentionTable } from './schema-mentions.ts';

/** Places of the index that are asked for, from the newest down. */
export interface Places {
  /** Every one of them must be there. */
  readonly marks: readonly string[];
  /** Of each group at least one. */
  readonly anyOf?: readonly (readonly string[])[];
  /** Both inclusive. */
  readonly from: number;
  readonly to: number;
  /** From the oldest up. */
  readonly oldestFirst?: boolean;
  readonly limit: number;
}

/**
 * Finds mentions by any number of marks at once, in the order in which they were received. A column and an index for each
 * filter would answer one of them, and walk through everything for two that rarely meet. How it is kept is the
 * database's own affair: SQLite has FTS5 for it, PostgreSQL an array with a GIN index.
 */
export interface MarkIndex {
  /** Makes what it is kept in, and sees to it that a mention that is deleted leaves nothing there. */
  create(db: Kysely<unknown>): Promise<void>;
  /** Writes the marks of a mention at its place, instead of those that were there. */
  write(db: Database, place: number, marks: Iterable<string>): Promise<void>;
  remove(db: Database, place: number): Promise<void>;
  find(db: Database, places: Places): Promise<MentionTable[]>;
  /** How many there are, counted up to the limit. */
  count(db: Database, places: Places): Promise<number>;
}

/** So many mentions of one millisecond have places of their own; whole numbers are exact until the year 2248. */
const SLOTS = 1024;

const firstPlace = (at: number): number => at * SLOTS;
const lastPlace = (at: number): number => at * SLOTS + SLOTS - 1;
export const momentOf = (place: number): number => Math.floor(place / SLOTS);

/**
 * A free place for a mention of that moment. Where others write at the same time, each draws one of the moment's, and no two
 * draw the same. A lock for the moment had all that came in one millisecond wait for each other's checks, and a place that
 * the id says met others too often.
 */
export async function takePlace(db: Database, at: number): Promise<number> {
  for (let moment = at; ; moment += 1) {
    const place = isShared(db) ? await drawPlace(db, moment) : await nextPlace(db, moment);
    if (place !== undefined) return place;
  }
}

async function nextPlace(db: Database, moment: number): Promise<number | undefined> {
  const { last } = await placesOf(db, moment)
    .select((eb) => eb.fn.max('place').as('last'))
    .executeTakeFirstOrThrow();
  if (last === null) return firstPlace(moment);
  return last < lastPlace(moment) ? last + 1 : undefined;
}

/** As good as full is a moment where so many draws found nothing. */
const MOST_DRAWS = 32;

async function drawPlace(db: Database, moment: number): Promise<number | undefined> {
  for (let draws = 0; draws < MOST_DRAWS; draws += 1) {
    const { rows } = await sql<{ place: number; taken: boolean }>`
      WITH drawn AS MATERIALIZED (
        SELECT ${firstPlace(moment)}::bigint + nextval(${`"${sequenceOf('place')}"`}::regclass) % ${SLOTS}::int AS "place")
      SELECT "place", EXISTS (SELECT 1 FROM "mention" WHERE "mention"."place" = drawn."place") AS "taken" FROM drawn`.execute(
      db,
    );
    const [drawn] = rows;
    if (drawn?.taken === false) return drawn.place;
  }
  return undefined;
}

function placesOf(db: Database, moment: number) {
  return db.selectFrom('mention').where('place', '>=', firstPlace(moment)).where('place', '<=', lastPlace(moment));
}

/** The stretch of places that a filter is about. One that is not in the index yet stands below all others of its millisecond. */
export async function stretchOf(
  db: Database,
  { from, to, before, after }: Pick<MentionFilter, 'from' | 'to' | 'before' | 'after'>,
): Promise<Pick<Places, 'from' | 'to'>> {
  const below = before && ((await placeOf(db, before.id)) ?? firstPlace(before.receivedAt)) - 1;
  const above = after && ((await placeOf(db, after.id)) ?? firstPlace(after.receivedAt) - 1) + 1;
  return {
    from: Math.max(0, firstPlace(from ?? 0), above ?? 0),
    to: Math.min(to === undefined ? Number.MAX_SAFE_INTEGER : lastPlace(to), below ?? Number.MAX_SAFE_INTEGER),
  };
}

export async function placeOf(db: Database, id: string): Promise<number | undefined> {
  const row = await db.selectFrom('mention').select('place').where('id', '=', id).executeTakeFirst();
  return row?.place ?? undefined;
}
