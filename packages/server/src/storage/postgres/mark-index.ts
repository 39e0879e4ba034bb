import { type RawBuilder, sql } from 'kysely';
import { codeOf } from '../mark-code.ts';
import type { MarkIndex, Places } from '../mark-index.ts';
import type { Database } from '../schema.ts';
import type { MentionTable } from '../schema-mentions.ts';

/** How many of the newest places, or the oldest, are looked through before the inverted index is asked. */
const WALKED = 2_000;

/**
 * The index of marks as arrays of numbers under a GIN index. What many mentions have is found by walking down from the
 * newest, what few have by the inverted index, whose answers come in no order. Left to the planner, two frequent marks that
 * never meet would be looked for in every row: it takes marks for independent. So a short walk comes first, whatever is
 * asked, and what it does not fill the inverted index does.
 */
export const postgresMarks: MarkIndex = {
  async create(db) {
    await sql`CREATE TABLE "mentionMark" ("place" bigint PRIMARY KEY, "marks" bigint[] NOT NULL)`.execute(db);
    // Without its list of pending rows, which every reader would have to go through.
    await sql`CREATE INDEX "mentionMarked" ON "mentionMark" USING gin ("marks") WITH (fastupdate = off)`.execute(db);
    await sql`CREATE FUNCTION "hearbackUnmark"() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN DELETE FROM "mentionMark" WHERE "place" = OLD."place"; RETURN NULL; END'`.execute(db);
    await sql`CREATE TRIGGER "mentionUnmarked" AFTER DELETE ON "mention" FOR EACH ROW WHEN (OLD."place" IS NOT NULL)
      EXECUTE FUNCTION "hearbackUnmark"()`.execute(db);
  },
  async write(db, place, marks) {
    await sql`INSERT INTO "mentionMark" ("place", "marks") VALUES (${place}, ${numbersOf(marks)}::bigint[])
      ON CONFLICT ("place") DO UPDATE SET "marks" = excluded."marks"`.execute(db);
  },
  async remove(db, place) {
    await sql`DELETE FROM "mentionMark" WHERE "place" = ${place}`.execute(db);
  },
  async find(db, places) {
    const near = await walk(db, places);
    if (near.length >= places.limit) return near;
    const { rows } = await sql<MentionTable>`
      WITH found AS MATERIALIZED (${matching(places)})
      SELECT "mention".* FROM (SELECT "place" FROM found ORDER BY "place" ${direction(places)} LIMIT ${places.limit}) AS first
      JOIN "mention" ON "mention"."place" = first."place" ORDER BY "mention"."place" ${direction(places)}`.execute(db);
    return rows;
  },
  async count(db, places) {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*) AS n FROM (${matching(places)} LIMIT ${places.limit}) AS found`.execute(db);
    return rows[0]?.n ?? 0;
  },
};

async function walk(db: Database, places: Places): Promise<MentionTable[]> {
  const { from, to, limit } = places;
  const { rows } = await sql<MentionTable>`
    SELECT "mention".* FROM (
      SELECT "place" FROM (
        SELECT "place", "marks" FROM "mentionMark" WHERE "place" BETWEEN ${from} AND ${to}
        ORDER BY "place" ${direction(places)} LIMIT ${WALKED}) AS near
      WHERE ${marked(places)} ORDER BY "place" ${direction(places)} LIMIT ${limit}) AS first
    JOIN "mention" ON "mention"."place" = first."place" ORDER BY "mention"."place" ${direction(places)}`.execute(db);
  return rows;
}

function matching(places: Places): RawBuilder<unknown> {
  return sql`SELECT "place" FROM "mentionMark"
    WHERE ${marked(places)} AND "place" BETWEEN ${places.from} AND ${places.to}`;
}

function marked({ marks, anyOf = [] }: Places): RawBuilder<unknown> {
  const all = sql`"marks" @> ${numbersOf(marks)}::bigint[]`;
  return sql.join([all, ...anyOf.map((group) => sql`"marks" && ${numbersOf(group)}::bigint[]`)], sql` AND `);
}

function direction({ oldestFirst = false }: Places): RawBuilder<unknown> {
  return oldestFirst ? sql`ASC` : sql`DESC`;
}

/** As texts: 56 bits are more than a number of JavaScript holds. */
function numbersOf(marks: Iterable<string>): string[] {
  return [...marks].map((mark) => BigInt(`0x${codeOf(mark)}`).toString());
}
