import type { Dictionary } from '../words/dictionary.ts';
import type { ThreeSentences } from '../words/three.ts';

type Findings = Dictionary['findingsOfPages'] &
  Dictionary['findingsOfNames'] &
  Dictionary['findingsOfAnswers'] &
  Dictionary['findingsOfSources'];

/** What there are sentences for, in every language. */
export type Says = keyof Findings;

/** The sentences of a finding as they stand in a dictionary, with `{names}` where its parts belong. */
export function sentencesOf(words: Dictionary, says: Says): ThreeSentences {
  const all: Findings = {
    ...words.findingsOfPages,
    ...words.findingsOfNames,
    ...words.findingsOfAnswers,
    ...words.findingsOfSources,
  };
  return all[says];
}
