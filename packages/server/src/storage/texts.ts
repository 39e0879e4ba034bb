import type { KnownText, Texts } from '../ports/index.ts';
import { among } from './among.ts';
import { drawNumber } from './counter.ts';
import type { Doors } from './doors.ts';
import type { TextSketchTable } from './schema-judging.ts';

const MOST = 20_000;
const MOST_ALIKE = 50;
/** The oldest go once in so many that come. */
const FORGET_EVERY = 64;

export function createTexts(doors: Doors): Texts {
  return {
    keep: ({ hashes, ...text }, keys) =>
      doors.write(async (db) => {
        const { site, subject } = text;
        const before = await db
          .deleteFrom('textSketch')
          .where('site', '=', site)
          .where('subject', '=', subject)
          .returning('place')
          .executeTakeFirst();
        if (before) await db.deleteFrom('textKey').where('site', '=', site).where('subject', '=', subject).execute();
        const place = await drawNumber(db, 'text');
        await db
          .insertInto('textSketch')
          .values({ ...text, hashes: JSON.stringify(hashes), place })
          .execute();
        const rows = [...new Set(keys)].map((key) => ({ site, key, subject }));
        if (rows.length > 0) await db.insertInto('textKey').values(rows).execute();
        if (place % FORGET_EVERY !== 0) return;
        const old = await db
          .deleteFrom('textSketch')
          .where('place', '<=', place - MOST)
          .returning(['site', 'subject'])
          .execute();
        for (const gone of old)
          await db.deleteFrom('textKey').where('site', '=', gone.site).where('subject', '=', gone.subject).execute();
      }),
    async bySubject(site, subject) {
      const row = await doors.read
        .selectFrom('textSketch')
        .selectAll()
        .where('site', '=', site)
        .where('subject', '=', subject)
        .executeTakeFirst();
      return row && textOf(row);
    },
    async alike(site, keys) {
      if (keys.length === 0) return [];
      const db = doors.read;
      const shared = await db
        .selectFrom('textKey')
        .select((eb) => ['subject', eb.fn.countAll<number>().as('n')])
        .where('site', '=', site)
        .where(among(db, 'key', keys))
        .groupBy('subject')
        .orderBy('n', 'desc')
        .limit(MOST_ALIKE)
        .execute();
      if (shared.length === 0) return [];
      const subjects = shared.map(({ subject }) => subject);
      const rows = await db
        .selectFrom('textSketch')
        .selectAll()
        .where('site', '=', site)
        .where(among(db, 'subject', subjects))
        .execute();
      return rows.map(textOf).sort((a, b) => subjects.indexOf(a.subject) - subjects.indexOf(b.subject));
    },
  };
}

function textOf({ place: _place, hashes, ...row }: TextSketchTable): KnownText {
  return { ...row, hashes: JSON.parse(hashes) as number[] };
}
