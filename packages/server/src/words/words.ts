import { de } from './de/index.ts';
import type { Dictionary } from './dictionary.ts';
import { en } from './en/index.ts';
import { es } from './es/index.ts';
import { type Formats, formatsOf } from './formats.ts';
import { fr } from './fr/index.ts';
import type { Language } from './language.ts';

/** All that is needed to speak with a person: the dictionary of a language, and how it writes numbers and moments. */
export interface Words extends Dictionary {
  readonly language: Language;
  readonly write: Formats;
}

const DICTIONARIES: Record<Language, Dictionary> = { en, es, de, fr };
const made = new Map<Language, Words>();

export function wordsOf(language: Language): Words {
  const known = made.get(language);
  if (known) return known;
  const words = { ...DICTIONARIES[language], language, write: formatsOf(language) };
  made.set(language, words);
  return words;
}
