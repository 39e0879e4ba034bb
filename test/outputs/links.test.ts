import { expect, test } from 'vitest';
import { recordsOf } from '../../packages/server/src/import/formats/csv-records.ts';
import { openHouse } from '../../packages/server/test/web/house.ts';
import { setUpOwner } from '../../packages/server/test/web/visitor.ts';
import { CLEANED, TEXTS } from './corpus.ts';
import { furnish } from './furnished.ts';

const FORMULAS = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =cmd|x', '"=1"', ';=1', ',=1', 'a\r\n=1'];
const ALL = [...FORMULAS, ...TEXTS.map(([, text]) => text), ...CLEANED.map(([, text]) => text)];

test('links as CSV run no formula and break no row', async () => {
  const house = await openHouse();
  try {
    const browser = await setUpOwner(house);
    await furnish(house, ALL);
    const text = await (await browser.get('/admin/links/export/csv?decision=any')).text();
    const rows: (readonly string[])[] = [];
    for await (const { cells } of recordsOf(
      (async function* () {
        yield text;
      })(),
    ))
      rows.push(cells);
    expect(rows.length).toBeGreaterThan(ALL.length);
    for (const cells of rows) {
      expect(cells).toHaveLength(rows[0]?.length ?? 0);
      for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
    }
    expect(rows.flat()).toContain("'=1+1");
  } finally {
    await house.close();
  }
});
