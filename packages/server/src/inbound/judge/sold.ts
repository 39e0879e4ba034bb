import type { OutsideLink, Surroundings } from '@hearback/protocol';
import { foldWords } from './fold-words.ts';
import { type Topic, URGES } from './terms.ts';
import { hasTopic, strongTerms } from './topics.ts';

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

/** A link and what is said by its words. */
export interface SaidLink {
  readonly link: OutsideLink;
  /** Its words, folded. */
  readonly called: string;
  /** They are about what is sold. */
  readonly isTrade: boolean;
  /**
   * Topics that it sells: it is called what is sold, with hardly another word, or its host is. “Buy cialis online” sells and
   * “the report on online casinos” does not.
   */
  readonly sells: readonly Topic[];
}

/** Whoever looks at links does, and whoever looks at what a page is about. */
const known = new WeakMap<Surroundings, readonly SaidLink[]>();

/** The links of a page to others than us. */
export function otherLinks(surroundings: Surroundings): readonly SaidLink[] {
  const links = known.get(surroundings) ?? surroundings.outside.filter(({ toTarget }) => !toTarget).map(said);
  known.set(surroundings, links);
  return links;
}

function said(link: OutsideLink): SaidLink {
  const called = foldWords(link.anchor);
  const isTrade = hasTopic(called);
  const topics = new Set<Topic>();
  for (const { topic, text } of isTrade ? strongTerms(called) : []) if (rest(called, text) <= 1) topics.add(topic);
  for (const { topic } of strongTerms(foldWords(link.host.replace(/\.[^.]*$/, '')))) topics.add(topic);
  const sells = topics.size === 0 || EXPLAINS.test(link.host) ? [] : [...topics];
  return { link, called, isTrade, sells };
}
