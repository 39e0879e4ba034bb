import type { MatchLevel } from '@hearback/protocol';
import { counted } from '../plural.ts';

const count = counted('en');

/** The page of one mention. */
export const mention = {
  title: 'Mention',
  shown: 'Readers see it under the page.',
  linkless: 'Approved, and not shown because its link is not there.',
  hidden: 'Readers do not see it.',
  from: 'From',
  leadsTo: 'Leads to',
  about: 'About',
  name: 'Title',
  author: 'Author',
  passage: 'Passage',
  published: 'Published',
  why: 'Why',
  links: 'Links',
  withoutWords: 'without words',
  marked: '(marked {rel})',
  matches: 'Matches',
  match: {
    L0: 'letter for letter',
    L1: 'after the spelling that browsers use',
    L2: 'after removing differences that mean nothing',
    L3: 'but for http or https',
    L4: 'but for the part after #',
    L5: 'but for a final slash or www.',
    L6: 'by another address of the same page',
  } satisfies Record<MatchLevel, string>,
  answer: 'Answer',
  noindex: 'asks search engines not to list it',
  language: 'language {code}',
  callsItself: 'Calls itself',
  announced: 'Announced',
  announcedBy: 'by {protocols}, {when}',
  again: (times: number) => count(times, { one: '; again once, last {when}', other: '; again # times, last {when}' }),
  firstSeen: 'First seen',
  lastSeen: 'Last seen',
  lastChecked: 'Last checked',
  firstPublished: 'First published',
  undo: 'Undo',
};
