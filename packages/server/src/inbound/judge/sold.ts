import type { OutsideLink } from '@hearback/protocol';
import { type Topic, URGES } from './terms.ts';
import { strongTerms } from './topics.ts';
import { foldWords } from './word-finder.ts';

/** Who explains a thing does not sell it. */
const EXPLAINS =
  /(?:^|\.)(?:wikipedia\.org|wiktionary\.org|archive\.org|doi\.org|who\.int|europa\.eu|nhs\.uk)$|\.(?:gov|edu|mil|int)$|\.(?:gov|gob|gouv|ac|edu)\.[a-z]{2}$/;
const URGING: ReadonlySet<string> = new Set(URGES);

/** How many words of an anchor neither urge nor are the term itself. */
function rest(anchor: string, term: string): number {
  return anchor
    .replace(term, ' ')
    .split(' ')
    .filter((word) => word !== '' && !URGING.has(word) && !/^\d+(?:mg)?$/.test(word)).length;
}

/**
 * Topics that a link sells: it is called what is sold, with hardly another word, or its host is. “Buy cialis online” sells
 * and “the report on online casinos” does not.
 */
export function soldBy({ anchor, host }: OutsideLink): readonly Topic[] {
  if (EXPLAINS.test(host)) return [];
  const called = foldWords(anchor);
  const named = foldWords(host.replace(/\.[^.]*$/, ''));
  const topics = new Set<Topic>();
  for (const { topic, text } of strongTerms(called)) if (rest(called, text) <= 1) topics.add(topic);
  for (const { topic } of strongTerms(named)) topics.add(topic);
  return [...topics];
}
