import type { OutsideLink } from '@hearback/protocol';
import { foldWords } from './fold-words.ts';
import { type Topic, URGES } from './terms.ts';
import { strongTerms } from './topics.ts';

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

/** Each link is asked about by whoever looks at links, and by whoever looks at what the page is about. */
const known = new WeakMap<OutsideLink, readonly Topic[]>();

/**
 * Topics that a link sells: it is called what is sold, with hardly another word, or its host is. “Buy cialis online” sells
 * and “the report on online casinos” does not.
 */
export function soldBy(link: OutsideLink): readonly Topic[] {
  const topics = known.get(link) ?? topicsSold(link);
  known.set(link, topics);
  return topics;
}

function topicsSold({ anchor, host }: OutsideLink): readonly Topic[] {
  const called = foldWords(anchor);
  const named = foldWords(host.replace(/\.[^.]*$/, ''));
  const topics = new Set<Topic>();
  for (const { topic, text } of strongTerms(called)) if (rest(called, text) <= 1) topics.add(topic);
  for (const { topic } of strongTerms(named)) topics.add(topic);
  return topics.size > 0 && EXPLAINS.test(host) ? [] : [...topics];
}
