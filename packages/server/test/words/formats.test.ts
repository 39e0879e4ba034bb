import { expect, it } from 'vitest';
import { counted } from '../../src/words/plural.ts';
import { wordsOf } from '../../src/words/words.ts';

const AT = Date.UTC(2026, 10, 25, 22, 30);
const space = (text: string | undefined) => text?.replace(/[\u00A0\u202F]/g, ' ');

it.each([
  ['en', '12,345.6', '25 Nov 2026, 22:30 UTC', '3 hours ago', '2.5%', 'a, b and c'],
  ['es', '12.345,6', '25 nov 2026, 22:30 UTC', 'hace 3 horas', '2,5 %', 'a, b y c'],
  ['de', '12.345,6', '25.11.2026, 22:30 UTC', 'vor 3 Stunden', '2,5 %', 'a, b und c'],
  ['fr', '12 345,6', '25 nov. 2026, 22:30 UTC', 'il y a 3 heures', '2,5 %', 'a, b et c'],
] as const)('%s', (language, number, moment, ago, share, list) => {
  const { write } = wordsOf(language);
  expect(space(write.number(12_345.6))).toBe(number);
  expect(write.moment(AT)).toBe(moment);
  expect(write.ago(AT, AT + 3 * 3_600_000)).toBe(ago);
  expect(write.ago(AT, AT + 59_000)).toBeUndefined();
  expect(space(write.percent(0.025))).toBe(share);
  expect(write.list(['a', 'b', 'c'])).toBe(list);
});

const FORMS = { none: 'none', one: '# page', other: '# pages' };
it.each([
  ['en', 0, 'none'],
  ['en', 1, '1 page'],
  ['en', 1234, '1,234 pages'],
  ['fr', 1, '1 page'],
  ['fr', 1.5, '1,5 page'],
  ['es', 1_000_000, '1.000.000 pages'],
  ['de', 2, '2 pages'],
] as const)('%s counts %d', (language, count, said) => {
  expect(counted(language)(count, FORMS)).toBe(said);
});

it('none is said like many where it has no form of its own', () => {
  expect(counted('en')(0, { one: '# page', other: '# pages' })).toBe('0 pages');
  expect(counted('fr')(0, { one: '# page', other: '# pages' })).toBe('0 page');
});
