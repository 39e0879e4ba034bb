import { expect, it } from 'vitest';
import { foundBefore } from '../../src/outbound/watching/found-before.ts';
import { BLOG, blog } from './house.ts';

const [JANUARY, MARCH] = [Date.UTC(2026, 0, 5), Date.UTC(2026, 2, 5)];

it.each([
  [[], 0, 'first time: 0 pages of Alice.'],
  [
    [JANUARY],
    0,
    'first time: 1 page of Alice, from 2026-01-05. It counts as known and nobody is told of it; --since DATE',
  ],
  [
    [JANUARY, MARCH],
    0,
    '2 pages of Alice, from 2026-01-05 to 2026-03-05. They count as known and nobody is told of them;',
  ],
  [[JANUARY], 1, '1 page of Alice, from 2026-01-05. It is told, as asked for.'],
  [[JANUARY, MARCH], 1, '1 of them is told, as asked for; the other one counts as known.'],
  [[JANUARY, MARCH], 2, 'All are told, as asked for.'],
  [[JANUARY, MARCH, MARCH], 1, '1 of them is told, as asked for; the others count as known.'],
  [[JANUARY, MARCH, MARCH], 2, '2 of them are told, as asked for; the other one counts as known.'],
])('says how many there were: %j, %i of them told', (dates, added, words) => {
  const pages = dates.map((published, n) => ({ url: `${BLOG}${n}`, title: '', published, mark: undefined }));
  const compared = { added, changed: 0, left: 0, remarks: [] };
  const sentence = foundBefore(blog(), `${BLOG}feed`, { ok: true, kind: 'feed', pages, headers: [] }, compared);
  expect(sentence).toContain(words);
});
