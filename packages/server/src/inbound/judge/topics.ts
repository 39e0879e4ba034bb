import { foldWords, isAscii } from './fold-words.ts';
import { addTerms, termsIn } from './lexicon.ts';
import { remembering } from './remembering.ts';
import { TOPICS, type Topic, VOCABULARY } from './terms.ts';

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

for (const topic of TOPICS) {
  addTerms({ topic, strong: true }, VOCABULARY[topic].strong);
  addTerms({ topic, strong: false }, VOCABULARY[topic].weak);
}

/** How many words a folded text has; two characters of an unspaced script count as one. */
export const wordCount = remembering((folded) => {
  let count = folded === '' ? 0 : 1;
  for (let at = 0; at < folded.length; at++) if (folded.charCodeAt(at) === 32) count += 1;
  if (isAscii(folded)) return count;
  const unspaced = folded.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu)?.length ?? 0;
  return count + Math.floor(unspaced / 2);
});

/** The terms of every topic. A term inside a longer one of its own topic counts too, and only adds. */
export function topicsOf(text: string): TopicCounts {
  const folded = foldWords(text);
  const found = new Map<Topic, { strong: number; weak: number; distinctStrong: number; readonly terms: Set<string> }>();
  for (const [{ topic, strong }, terms] of termsIn(folded)) {
    if (topic === undefined) continue;
    const count = found.get(topic) ?? { strong: 0, weak: 0, distinctStrong: 0, terms: new Set<string>() };
    found.set(topic, count);
    for (const [term, { times }] of terms) {
      count[strong ? 'strong' : 'weak'] += times;
      count.terms.add(term);
    }
    if (strong) count.distinctStrong = terms.size;
  }
  const of: Partial<Record<Topic, TopicCount>> = {};
  for (const [topic, { terms, ...count }] of found) of[topic] = { ...count, distinct: terms.size };
  return { words: wordCount(folded), of };
}

/** Whether a folded text speaks of any topic. */
export function hasTopic(folded: string): boolean {
  for (const { topic } of termsIn(folded).keys()) if (topic !== undefined) return true;
  return false;
}

/** The strong terms of a folded line, as they are written in the vocabulary. */
export function strongTerms(folded: string): readonly { readonly topic: Topic; readonly text: string }[] {
  const found = termsIn(folded);
  if (found.size === 0) return [];
  return [...found].flatMap(([{ topic, strong }, terms]) =>
    topic !== undefined && strong ? [...terms.keys()].map((text) => ({ topic, text })) : [],
  );
}

/** Topics with a strong term. */
export function strongTopics(counts: TopicCounts): readonly Topic[] {
  return TOPICS.filter((topic) => (counts.of[topic]?.strong ?? 0) > 0);
}
