import type { DayRange, LedgerFilter } from '../ports/ledger.ts';
import { rangeMarks } from './day-marks.ts';
import { marksAsked } from './marks.ts';

interface Asked {
  readonly marks: readonly string[];
  readonly anyOf: readonly (readonly string[])[];
}

/** What a link must have to be in the list; of each group one. */
export function ledgerAsked({
  decision,
  state,
  rel,
  place,
  indexing,
  firstSeen,
  lastSeen,
  lost,
  ...rest
}: LedgerFilter): Asked {
  const moderation = decision === 'any' || decision === undefined ? undefined : decision;
  const marks = [...marksAsked({ ...rest, ...(moderation && { moderation }) }), decision ? 'g:' : 'g:wanted'];
  if (state !== undefined) marks.push(`l:${state}`);
  if (rel !== undefined) marks.push(`r:${rel}`);
  if (place !== undefined) marks.push(`c:${place}`);
  if (indexing !== undefined) marks.push(`i:${indexing}`);
  const ranges = (
    [
      ['f', firstSeen],
      ['e', lastSeen],
      ['x', lost],
    ] as const
  ).flatMap(([letter, range]) => group(letter, range));
  return { marks, anyOf: ranges };
}

function group(letter: string, range: DayRange | undefined): readonly (readonly string[])[] {
  return range === undefined ? [] : [rangeMarks(letter, range)];
}
