import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ledger } from '../../src/ports/index.ts';
import { codeOf } from '../../src/storage/mark-code.ts';
import { marksOf } from '../../src/storage/marks.ts';
import { mentionOf } from '../../src/storage/mention-row.ts';
import { linkFile } from '../../src/web/links/answer.ts';
import { LINK_FORMATS, type LinkFormatName } from '../../src/web/links/write.ts';
import { type House, openHouse } from './house.ts';

const MANY = 6_000;
/** Rows that may be read ahead of who takes the file: what streams hold between them, and not more of it the more there is. */
const AHEAD = 2_500;

let house: House;
beforeAll(async () => {
  house = await openHouse();
  copy(`${house.folder}/hearback.db`, await house.seed({ source: 'https://bob.example/0' }));
});
afterAll(() => house.close());

/** Copies of a link under other names. */
function copy(path: string, id: string): void {
  const database = new DatabaseSync(path);
  const rowOf = (table: string, column: string) =>
    database.prepare(`SELECT * FROM "${table}" WHERE "${column}" = ?`).get(id) as Record<string, SQLInputValue>;
  const adding = (table: string, row: Record<string, SQLInputValue>) =>
    database.prepare(
      `INSERT INTO "${table}" (${Object.keys(row).map((name) => `"${name}"`)}) VALUES (${Object.keys(row).map((name) => `:${name}`)})`,
    );
  const [mention, backlink] = [rowOf('mention', 'id'), rowOf('backlink', 'mention')];
  const [addMention, addBacklink] = [adding('mention', mention), adding('backlink', backlink)];
  const mark = database.prepare('INSERT INTO "mentionMark" (rowid, marks) VALUES (?, ?)');
  const marks = [...marksOf(mentionOf(mention as never))].map(codeOf).join(' ');
  database.exec('BEGIN');
  for (let n = MANY - 1; n > 0; n -= 1) {
    const [source, place] = [`https://bob.example/${n}`, Number(mention.place) + n];
    addMention.run({ ...mention, id: `copy${n}`, source, sourceKey: `bob.example/${n}`, place });
    addBacklink.run({ ...backlink, mention: `copy${n}` });
    mark.run(-place, marks);
  }
  database.exec('COMMIT');
  database.close();
}

it.each(Object.keys(LINK_FORMATS) as LinkFormatName[])(
  'as %s no more is read than is taken, and all of it comes',
  async (format) => {
    let read = 0;
    const ledger: Pick<Ledger, 'list'> = {
      async list(filter, page) {
        const rows = await house.store.ledger.list(filter, page);
        read += rows.length;
        return rows;
      },
    };
    let taken = 0;
    for await (const piece of linkFile(ledger, {}, format, false).body ?? []) {
      taken += new TextDecoder().decode(piece).match(/https:\/\/bob\.example\/\d/g)?.length ?? 0;
      // A reader that is slow: whoever reads on without being asked has all of it by now.
      for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      expect(read - taken).toBeLessThan(AHEAD);
    }
    expect([read, taken]).toEqual([MANY, MANY]);
  },
);
