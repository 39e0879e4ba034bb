import type { Kysely } from 'kysely';
import type { MentionFilter } from '../ports/index.ts';
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
 * A free place for a mention of that moment. Where others write at the same time, each mention takes the one that its id
 * says, so that two of one moment hardly meet; if they do, one of their transactions begins anew. A lock for the moment had
 * all that came in one millisecond wait for each other's checks.
 */
export async function takePlace(
  db: Database,
  { id, receivedAt }: { readonly id: string; readonly receivedAt: number },
) {
  for (let moment = receivedAt; ; moment += 1) {
    const place = isShared(db) ? await nearPlace(db, moment, id) : await nextPlace(db, moment);
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

async function nearPlace(db: Database, moment: number, id: string): Promise<number | undefined> {
  const wanted = firstPlace(moment) + slotOf(id);
  const holder = await db.selectFrom('mention').select('place').where('place', '=', wanted).executeTakeFirst();
  if (holder === undefined) return wanted;
  const taken = new Set((await placesOf(db, moment).select('place').execute()).map(({ place }) => place));
  const all = Array.from({ length: SLOTS }, (_, nth) => firstPlace(moment) + ((wanted + nth) % SLOTS));
  return all.find((place) => !taken.has(place));
}

function placesOf(db: Database, moment: number) {
  return db.selectFrom('mention').where('place', '>=', firstPlace(moment)).where('place', '<=', lastPlace(moment));
}

/** FNV-1a; neighbours in the alphabet are no neighbours here. */
function slotOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return (hash >>> 8) % SLOTS;
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
