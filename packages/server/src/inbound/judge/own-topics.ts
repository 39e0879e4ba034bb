import type { Topic } from './terms.ts';
import type { TopicCount, TopicCounts } from './topics.ts';
import { MEASURES } from './weights.ts';

/** Terms a hundred words, a strong one for three. Texts of a few words have no density. */
export function densityOf({ strong, weak }: TopicCount, words: number): number {
  return ((strong * 3 + weak) / Math.max(words, 40)) * 100;
}

/** Somebody who wrote about it uses a word or two of it; who sells it uses them all, and again and again. */
export function isAbout(count: TopicCount): boolean {
  return count.strong > 0 || count.distinct >= MEASURES.topicDistinct + 1;
}

/** Whether our own page is about a topic. */
export function isOurs(topic: Topic, own: TopicCounts | undefined): boolean {
  const count = own?.of[topic];
  return own !== undefined && count !== undefined && isAbout(count) && densityOf(count, own.words) >= 1;
}
