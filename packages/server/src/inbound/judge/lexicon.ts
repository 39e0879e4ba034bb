import { foldWords } from './fold-words.ts';
import { remembering } from './remembering.ts';
import type { Topic } from './terms.ts';
import { type Bounds, createWordFinder, type Sought, type WordFinder } from './word-finder.ts';

/** Terms that mean one thing. */
export interface TermList {
  /** What they are about, and whether one says it alone; of lists that are about no topic, nothing. */
  readonly topic?: Topic;
  readonly strong?: boolean;
}

/** How often a term stands in a text, and where it does first. */
export interface Occurrences {
  times: number;
  readonly first: number;
}

/** By list, then by term, in the order in which they were met. */
export type Found = ReadonlyMap<TermList, ReadonlyMap<string, Occurrences>>;

interface Term {
  readonly of: TermList;
  readonly text: string;
}

/** Scripts that put no space between words, so that a term may begin and end anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

const NOTHING: Found = new Map();
const sought: Sought<Term>[] = [];
let finder: WordFinder<Term> | undefined;

/** Makes terms known to the judge: `casino*, buy now`. Before anything is looked for. */
export function addTerms(of: TermList, list: string): TermList {
  for (const raw of list.split(',').map((one) => one.trim())) {
    const text = foldWords(raw.replaceAll('*', ''));
    const bounds: Bounds = UNSPACED.test(text) ? 'any' : raw.endsWith('*') ? 'start' : 'word';
    if (text !== '') sought.push({ text, bounds, value: { of, text } });
  }
  finder = undefined;
  return of;
}

/**
 * The terms of all lists that stand in a folded text. All in one pass: there are a dozen lists, and a pass for each of them
 * was most of what judging took.
 */
export const termsIn = remembering((folded): Found => {
  finder ??= createWordFinder(sought);
  let found: Map<TermList, Map<string, Occurrences>> | undefined;
  finder.find(folded, ({ of, text }, at) => {
    found ??= new Map();
    const terms = found.get(of) ?? new Map<string, Occurrences>();
    found.set(of, terms);
    const before = terms.get(text);
    if (before) before.times += 1;
    else terms.set(text, { times: 1, first: at });
    return undefined;
  });
  return found ?? NOTHING;
});
