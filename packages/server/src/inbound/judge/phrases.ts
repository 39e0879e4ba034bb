import { addTerms, termsIn } from './lexicon.ts';

/** A list of phrases, to be found in folded texts. */
export interface Phrases {
  /** Those of a text that begin within so many characters of it; all of them unless told. */
  in(folded: string, within?: number): readonly string[];
  /** How often any of them stands in a text. */
  times(folded: string): number;
}

export function phrasesOf(list: string): Phrases {
  const terms = addTerms({}, list);
  return {
    in: (folded, within = Number.POSITIVE_INFINITY) =>
      [...(termsIn(folded).get(terms) ?? [])].filter(([, { first }]) => first < within).map(([phrase]) => phrase),
    times: (folded) => [...(termsIn(folded).get(terms)?.values() ?? [])].reduce((sum, { times }) => sum + times, 0),
  };
}
