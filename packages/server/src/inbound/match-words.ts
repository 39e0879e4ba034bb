import type { MatchLevel } from '@hearback/protocol';

/** How closely the link found matches the target announced, to be read after "the source links to the target". */
export const MATCH_WORDS: Record<MatchLevel, string> = {
  L0: 'letter for letter',
  L1: 'after the spelling that browsers use',
  L2: 'after removing differences that mean nothing',
  L3: 'but for http or https',
  L4: 'but for the part after #',
  L5: 'but for a final slash or www.',
  L6: 'by another address of the same page',
};
