import { expect, test } from 'vitest';
import { csvRow } from '../../src/web/links/csv.ts';

test.each([
  ['what splits cells where the comma is for decimals', 'a;b', '"a;b"'],
  ['a tab', 'a\tb', '"a\tb"'],
  ['a formula behind a semicolon, which quotation marks within a line do not hide', 'x;=1+1;y', `"x;'=1+1;y"`],
  ['one behind a tab', 'x\t@SUM(A1)', `"x\t'@SUM(A1)"`],
  ['one behind the end of a line', 'x\r\n+1', `"x\r\n'+1"`],
  ['the full-width equals sign', '\uff1d1+1', "'\uff1d1+1"],
  ['the full-width plus', '\uff0b1', "'\uff0b1"],
  ['the full-width minus', '\uff0d1', "'\uff0d1"],
  ['the full-width at', '\uff20SUM(A1)', "'\uff20SUM(A1)"],
  ['a full-width sign behind a semicolon', 'x;\uff1d1', `"x;'\uff1d1"`],
  ['a plain address', 'https://bob.example/a?b=1+2', 'https://bob.example/a?b=1+2'],
])('a cell of CSV is no formula and stays one: %s', (_, text, written) => {
  expect(csvRow([text, -1])).toBe(`${written},-1\r\n`);
});
