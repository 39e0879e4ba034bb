import type { Language } from '../../words/language.ts';
import { GROUP_NAMES, type GroupName, languageFor } from './words.ts';

const DEFAULT_ROWS = 100;
const MOST_ROWS = 500;
const FARTHEST = 100_000;

/** What readers asked for, by the same parameters wherever mentions are shown. */
export interface ShowingQuery {
  readonly target: string;
  readonly language: Language;
  readonly sort: 'newest' | 'oldest';
  /** Mentions of each group at most. */
  readonly limit: number;
  /** Only this group, from `offset` on. */
  readonly group: GroupName | undefined;
  readonly offset: number;
}

/** What cannot be read is as if it were not there: a typing error in a page must not take its mentions away. */
export function readShowing(params: URLSearchParams): ShowingQuery {
  const group = GROUP_NAMES.find((name) => name === params.get('group'));
  return {
    target: params.get('target') ?? '',
    language: languageFor(params.get('lang')),
    sort: params.get('sort') === 'oldest' ? 'oldest' : 'newest',
    limit: Math.min(wholeNumber(params.get('limit')) || DEFAULT_ROWS, MOST_ROWS),
    group,
    offset: group === undefined ? 0 : Math.min(wholeNumber(params.get('offset')), FARTHEST),
  };
}

/** Digits that make a safe number; anything else counts as 0. */
export function wholeNumber(text: string | null): number {
  return text && /^\d{1,10}$/.test(text) ? Number(text) : 0;
}
