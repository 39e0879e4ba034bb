import { expect, it } from 'vitest';
import { importSentence, noCounts } from '../../src/import/counts.ts';

it.each([
  [0, false, '0 read: nothing new, so nothing changed.'],
  [0, true, '0 read: nothing new.'],
  [
    1,
    false,
    '1 read: 1 that was public there and 1 that waited there and 1 that was only named taken, 1 page is to be searched for links to your sites; ' +
      'skipped: 1 comment that a person wrote, 1 called spam at the old place, 1 on a page that was not public at the old place, ' +
      '1 to a page of no site that is served here, 1 to a page that the map of the site does not have, 1 to a page that is gone, ' +
      '1 page of your own sites, 1 that is searched for links already, or was within a week.',
  ],
  [
    2,
    true,
    '2 read: 2 that were public there and 2 that waited there and 2 that were only named would be taken, 2 pages would be searched for links to your sites; ' +
      'skipped: 2 comments that people wrote, 2 called spam at the old place, 2 on pages that were not public at the old place, ' +
      '2 to pages of no site that is served here, 2 to pages that the map of the site does not have, 2 to pages that are gone, ' +
      '2 pages of your own sites, 2 that are searched for links already, or were within a week.',
  ],
])('says what came of an import of %s, as one says it', (n, isDry, sentence) => {
  const counts = noCounts();
  counts.read = n;
  counts.linking = n;
  for (const as of ['approved', 'pending', 'named'] as const) counts.taken[as] = n;
  if (n > 0)
    for (const why of [
      ...(['comment', 'spam', 'unpublished', 'foreign', 'unknown'] as const),
      ...(['gone', 'own', 'searched'] as const),
    ])
      counts.skipped[why] = n;
  expect(importSentence(counts, isDry)).toBe(sentence);
});
