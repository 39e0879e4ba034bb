import { type RawBuilder, sql } from 'kysely';
import { codeOf } from '../mark-code.ts';
import type { MarkIndex, Places } from '../mark-index.ts';
import type { MentionTable } from '../schema-mentions.ts';

/**
 * The index of marks in FTS5, used for nothing but its lists of row ids: several are crossed without reading what only one
 * has. Rows are numbered by the negative of their place, because FTS5 reads its lists twice as fast in the order in which
 * they are stored, and the newest are wanted first. Marks are hashed, so that the file keeps no word of what was forgotten.
 */
export const sqliteMarks: MarkIndex = {
  async create(db) {
    await sql`CREATE VIRTUAL TABLE "mentionMark"
      USING fts5(marks, content = '', contentless_delete = 1, detail = none, tokenize = ascii)`.execute(db);
    await sql`CREATE TRIGGER "mentionUnmarked" AFTER DELETE ON "mention" WHEN old."place" IS NOT NULL
      BEGIN DELETE FROM "mentionMark" WHERE rowid = -old."place"; END`.execute(db);
  },
  async write(db, place, marks) {
    const text = [...marks].map(codeOf).join(' ');
    await sql`insert or replace into "mentionMark" (rowid, marks) values (${-place}, ${text})`.execute(db);
  },
  async remove(db, place) {
    await sql`delete from "mentionMark" where rowid = ${-place}`.execute(db);
  },
  async find(db, places) {
    // The places first, in their order: asked for as one join, SQLite began with the mentions.
    const { rows } = await sql<MentionTable>`
      select mention.* from (${matching(places)}) as found cross join mention on mention.place = -found.row
      order by found.row ${direction(places)}`.execute(db);
    return rows;
  },
  async count(db, places) {
    const { rows } = await sql<{ n: number }>`select count(*) as n from (${matching(places)})`.execute(db);
    return Number(rows[0]?.n ?? 0);
  },
};

function direction({ oldestFirst = false }: Places): RawBuilder<unknown> {
  return oldestFirst ? sql`desc` : sql`asc`;
}

function matching(places: Places): RawBuilder<unknown> {
  const { marks, anyOf = [], from, to, limit } = places;
  const groups = anyOf.map((group) => `(${group.map(codeOf).join(' OR ')})`);
  const all = [...marks.map(codeOf), ...groups].join(' AND ');
  return sql`select rowid as row from "mentionMark" where "mentionMark" match ${all} and rowid between ${-to} and ${-from}
    order by rowid ${direction(places)} limit ${limit}`;
}
