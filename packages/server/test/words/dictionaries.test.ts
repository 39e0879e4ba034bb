import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/words/language.ts';
import { wordsOf } from '../../src/words/words.ts';

/** Every text of a dictionary by its path; functions are asked with numbers of both classes, and with words. */
function textsOf(part: unknown, path = ''): [string, string][] {
  if (typeof part === 'string') return [[path, part]];
  if (typeof part === 'function')
    return [1, 2].map((n) => [`${path}(${n})`, String(part(...Array.from({ length: part.length }, () => n)))]);
  return Object.entries(part as object).flatMap(([name, below]) => textsOf(below, path ? `${path}.${name}` : name));
}

const dictionaryOf = (language: (typeof LANGUAGES)[number]) => {
  const { language: _, write: __, ...dictionary } = wordsOf(language);
  return new Map(textsOf(dictionary));
};

/** What a translation may move, but neither lose nor make up. */
const marksOf = (text: string) =>
  [...text.matchAll(/`[^`]*`|\{\w+\}/g)]
    .map(String)
    .concat(Array(text.split('[').length - 1).fill('['))
    .sort();

/** Words that only the other form of address has. German writes "they" and "its" as it writes that form, but not within a sentence. */
const OTHER_ADDRESS: Partial<Record<(typeof LANGUAGES)[number], RegExp>> = {
  es: /\busted(?:es)?\b/i,
  de: /[a-zäöüß,;] (?:Sie|Ihnen|Ihre?[nmrs]?)\b/,
  fr: /\b(?:tu|toi)\b/i,
};

const english = dictionaryOf('en');

it('there is something to compare', () => expect(english.size).toBeGreaterThan(50));

describe.each(LANGUAGES)('%s', (language) => {
  const texts = dictionaryOf(language);

  it('says all that English says', () => {
    expect([...texts.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...texts].filter(([, text]) => text.trim() === '' || text.includes('undefined'))).toEqual([]);
  });

  it('has one form of address', () => {
    expect([...texts].filter(([, text]) => OTHER_ADDRESS[language]?.test(text))).toEqual([]);
  });

  it('keeps code, links and what is put in', () => {
    for (const [path, text] of texts) expect(marksOf(text), path).toEqual(marksOf(english.get(path) ?? ''));
  });

  it('breaks no line before a mark or within a number', () => {
    expect([...texts].filter(([, text]) => / [:;?!»]|« |\d \d{3}\b/.test(text))).toEqual([]);
  });

  it('uses the quotation marks and apostrophes of print', () => {
    expect([...texts].filter(([, text]) => /['"]/.test(text.replace(/`[^`]*`/g, '')))).toEqual([]);
  });
});
