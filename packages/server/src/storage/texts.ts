import type { KnownText, Texts } from '../ports/index.ts';
import { among } from './among.ts';
import { drawNumber } from './counter.ts';
import type { Doors } from './doors.ts';
import type { Database } from './schema.ts';
import type { TextSketchTable } from './schema-judging.ts';
import { addKeys, removeKeys, subjectsBy } from './text-keys.ts';

const MOST = 20_000;
/** The oldest go once in so many that come. */
const FORGET_EVERY = 64;

export function createTexts(doors: Doors): Texts {
  return {
    keep: (text, keys) =>
      doors.write(async (db) => {
        await dropText(db, text);
        const place = await drawNumber(db, 'text');
        const row = { ...text, hashes: packed(text.hashes), keys: JSON.stringify([...new Set(keys)]), place };
        await db.insertInto('textSketch').values(row).execute();
        await addKeys(db, row);
        if (place % FORGET_EVERY !== 0) return;
        const old = db.deleteFrom('textSketch').where('place', '<=', place - MOST);
        for (const gone of await old.returning(['site', 'subject', 'domain', 'keys']).execute())
          await removeKeys(db, gone);
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
      const db = doors.read;
      const subjects = await subjectsBy(db, site, keys);
      if (subjects.length === 0) return [];
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

/** Forgets what is kept of a text, if anything is; in a transaction. */
export async function dropText(db: Database, { site, subject }: Pick<KnownText, 'site' | 'subject'>): Promise<void> {
  const gone = await db
    .deleteFrom('textSketch')
    .where('site', '=', site)
    .where('subject', '=', subject)
    .returning(['site', 'subject', 'domain', 'keys'])
    .executeTakeFirst();
  if (gone) await removeKeys(db, gone);
}

/** A third of what JSON takes, and read in a hundredth of the time: fifty of them are read to judge a spam wave. */
function packed(hashes: readonly number[]): string {
  return Buffer.from(Uint32Array.from(hashes).buffer).toString('base64');
}

function unpacked(text: string): readonly number[] {
  return [...new Uint32Array(new Uint8Array(Buffer.from(text, 'base64')).buffer)];
}

function textOf({ place: _place, keys: _keys, hashes, ...row }: TextSketchTable): KnownText {
  return { ...row, hashes: unpacked(hashes) };
}
