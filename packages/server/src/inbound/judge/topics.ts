import { TOPICS, type Topic, VOCABULARY } from './terms.ts';
import { type Bounds, createWordFinder, foldWords, type Sought } from './word-finder.ts';

/** What was found of one topic in a text. */
export interface TopicCount {
  readonly strong: number;
  readonly weak: number;
  /** Different terms of both kinds; different strong ones. */
  readonly distinct: number;
  readonly distinctStrong: number;
}

export interface TopicCounts {
  readonly words: number;
  readonly of: Readonly<Partial<Record<Topic, TopicCount>>>;
}

interface Term {
  readonly topic: Topic;
  readonly strong: boolean;
  readonly text: string;
}

/** Scripts that put no space between words, so that a term may begin and end anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u;

/** `casino*, buy now` as what to look for. */
function soughtOf<T>(list: string, value: (text: string) => T): Sought<T>[] {
  return list
    .split(',')
    .map((raw) => raw.trim())
    .filter(Boolean)
    .map((raw) => {
      const text = foldWords(raw.replaceAll('*', ''));
      const bounds: Bounds = UNSPACED.test(text) ? 'any' : raw.endsWith('*') ? 'start' : 'word';
      return { text, bounds, value: value(text) };
    });
}

const TERMS = createWordFinder<Term>(
  TOPICS.flatMap((topic) =>
    (['strong', 'weak'] as const).flatMap((kind) =>
      soughtOf(VOCABULARY[topic][kind], (text) => ({ topic, strong: kind === 'strong', text })),
    ),
  ),
);

/** How many words a folded text has; two characters of an unspaced script count as one. */
export function wordCount(folded: string): number {
  let count = folded === '' ? 0 : 1;
  for (let at = 0; at < folded.length; at++) if (folded.charCodeAt(at) === 32) count += 1;
  const unspaced = folded.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return count + Math.floor(unspaced / 2);
}

/** Counts the terms of every topic in one pass. A term inside a longer one of its own topic counts too, and only adds. */
export function topicsOf(text: string): TopicCounts {
  const folded = foldWords(text);
  const found = new Map<
    Topic,
    { strong: number; weak: number; readonly terms: Set<string>; readonly sure: Set<string> }
  >();
  TERMS.find(folded, ({ topic, strong, text: term }) => {
    const count = found.get(topic) ?? { strong: 0, weak: 0, terms: new Set<string>(), sure: new Set<string>() };
    found.set(topic, count);
    if (strong) {
      count.strong += 1;
      count.sure.add(term);
    } else count.weak += 1;
    count.terms.add(term);
    return undefined;
  });
  const of: Partial<Record<Topic, TopicCount>> = {};
  for (const [topic, { strong, weak, terms, sure }] of found)
    of[topic] = { strong, weak, distinct: terms.size, distinctStrong: sure.size };
  return { words: wordCount(folded), of };
}

/** The strong terms of a folded line, as they are written in the vocabulary. */
export function strongTerms(folded: string): readonly { readonly topic: Topic; readonly text: string }[] {
  const found: Term[] = [];
  TERMS.find(folded, (term) => {
    if (term.strong) found.push(term);
    return undefined;
  });
  return found;
}

/** Topics with a strong term. */
export function strongTopics(counts: TopicCounts): readonly Topic[] {
  return TOPICS.filter((topic) => (counts.of[topic]?.strong ?? 0) > 0);
}

/** A counter of different phrases of a list in a text. */
export function phraseCounter(list: string): (folded: string) => { readonly total: number; readonly distinct: number } {
  const finder = createWordFinder<string>(soughtOf(list, (text) => text));
  return (folded) => {
    const seen = new Set<string>();
    let total = 0;
    finder.find(folded, (phrase) => {
      seen.add(phrase);
      total += 1;
      return undefined;
    });
    return { total, distinct: seen.size };
  };
}
