import { type Group, proven } from '../lib/case.ts';

const INBOUND = 'packages/server/test/inbound';
const RULES = `${INBOUND}/rule-book.test.ts`;

export const group: Group = {
  letter: 'P',
  title: 'spam',
  rows: [
    proven('249', 0, 'a domain that nobody knows', [`${INBOUND}/judge.test.ts`, 'holds what no rule names']),
    proven('250', 1, 'malformed in bulk', ['test/crash/overload.test.ts', 'R21']),
    proven('251', 1, 'a farm of links', [`${INBOUND}/judge-pages.test.ts`, ''], [`${INBOUND}/spam-corpus.test.ts`, '']),
    proven('252', 1, 'words', [RULES, 'a block'], [RULES, 'takes no longer among ten thousand rules']),
    proven(
      '253',
      1,
      'what a block covers',
      [RULES, 'a block'],
      ['packages/server/test/web/rules.test.ts', 'asks once more'],
    ),
    proven('255', 1, 'undo', [`${INBOUND}/ruling.test.ts`, 'undo'], ['packages/server/test/web/rules.test.ts', 'undo']),
    proven('256', 1, 'what Akismet answers', [`${INBOUND}/akismet.test.ts`, '']),
    proven('258', 1, 'the sender’s address', [`${INBOUND}/judge-pages.test.ts`, '258 ']),
    proven('259', 1, 'vouches', [`${INBOUND}/vouch.test.ts`, '']),
    proven('260', 2, 'more than one can read', [`${INBOUND}/block-lists.test.ts`, 'what waits too long']),
  ],
};
