import { registrable } from '../../domain.ts';
import type { Evidence, Finding } from './evidence.ts';
import { isOurs } from './own-topics.ts';
import { otherLinks, type SaidLink } from './sold.ts';
import { TOPIC_NAME, type Topic } from './terms.ts';
import { type TopicCounts, topicsOf } from './topics.ts';
import { CHEAP_ENDINGS, MEASURES, POINTS } from './weights.ts';

/** Where the page links to besides us, and in what words. */
export function* outsideLinks(evidence: Evidence, text: TopicCounts): Generator<Finding> {
  const { surroundings } = evidence.reading;
  if (!surroundings) return;
  const others = otherLinks(surroundings);
  const selling = [...sellingLinks(others, evidence, text)];
  yield* selling;
  const shape = [...crowd(evidence), ...neighbours(others), ...oneWording(others)];
  const isSure = selling.length > 0 || surroundings.outsideHosts >= MEASURES.farmHosts;
  yield* isSure ? shape : atMost(POINTS.shapeAlone, shape);
}

/** Bibliographies, blogrolls and lists of minutes have the shape of link farms; the shape alone must not condemn them. */
function* atMost(most: number, findings: readonly Finding[]): Generator<Finding> {
  let room = most;
  for (const { points, reason } of findings) {
    yield { points: Math.min(points, room), reason };
    room -= Math.min(points, room);
  }
}

/** Links that sell something. */
function* sellingLinks(
  others: readonly SaidLink[],
  { reading, ownTopics }: Evidence,
  text: TopicCounts,
): Generator<Finding> {
  const topics = new Map<Topic, number>();
  const selling = new Set<string>();
  const hidden = new Set<string>();
  for (const { link, called, sells } of others.slice(0, 400)) {
    if (sells.length === 0) continue;
    const { host, hidden: isHidden } = link;
    const found = sells.filter((topic) => !isOurs(topic, ownTopics));
    if (found.length === 0) continue;
    for (const topic of found) topics.set(topic, (topics.get(topic) ?? 0) + 1);
    selling.add(`${called} ${host}`);
    if (isHidden) hidden.add(host);
  }
  if (selling.size === 0) return;
  const names = [...topics.keys()].map((topic) => TOPIC_NAME[topic]).join(', ');
  const points = selling.size >= 3 ? POINTS.manyAnchors : selling.size === 2 ? POINTS.twoAnchors : POINTS.oneAnchor;
  yield {
    points,
    reason: `${selling.size === 1 ? 'A link' : `${selling.size} links`} on it ${selling.size === 1 ? 'sells' : 'sell'}: ${names}.`,
  };
  if (hidden.size > 0)
    yield { points: POINTS.hiddenAnchors, reason: 'Links on it that sell something are hidden from readers.' };
  if (topics.size >= MEASURES.manyTopics)
    yield {
      points: POINTS.manyTopics,
      reason: `Links on it sell ${topics.size} things that have nothing to do with each other.`,
    };
  const title = topicsOf(reading.facts.title);
  const strange = [...topics.keys()].every(
    (topic) => title.of[topic] === undefined && (text.of[topic]?.strong ?? 0) <= selling.size + 1,
  );
  if (strange) yield { points: POINTS.strangeAnchor, reason: 'Such a link stands in a text about something else.' };
}

/** A page of links, and nothing much beside them. A roundup says something about each; a blogroll names people. */
function* crowd({ reading: { surroundings } }: Evidence): Generator<Finding> {
  if (!surroundings) return;
  const { outsideLinks: links, outsideHosts: hosts, words } = surroundings;
  if (hosts < MEASURES.hosts) return;
  const each = (words - surroundings.linkWords) / links;
  const reason = `It links to ${hosts} other hosts, with ${Math.max(0, Math.round(each))} words to each link.`;
  if (links >= MEASURES.farmLinks) yield { points: POINTS.farmOfThousands, reason };
  else if (hosts >= MEASURES.farmHosts && each < MEASURES.hardlyWordsForLink / 3) yield { points: POINTS.farm, reason };
  else if (each < MEASURES.hardlyWordsForLink) yield { points: POINTS.hardlyWords, reason };
  else if (each < MEASURES.wordsForLink) yield { points: POINTS.manyLinks, reason };
}

/** `site17.example` and `site18.example` were registered by one program, as was `best-loans-24.top`. */
function isMade(host: string): boolean {
  if (!/[-\d]/.test(host)) return false;
  const name = registrable(host);
  const label = name.split('.')[0] ?? '';
  const cheap = CHEAP_ENDINGS.has(name.slice(name.lastIndexOf('.') + 1));
  return /[a-z]-?\d{1,4}$/.test(label) || label.split('-').length >= 3 || (cheap && /[-\d]/.test(label));
}

/** What kind of neighbours the link to us has. */
function* neighbours(others: readonly SaidLink[]): Generator<Finding> {
  const hosts = new Set(others.map(({ link }) => link.host));
  const made = [...hosts].filter(isMade).length;
  if (made >= MEASURES.madeHosts && made / hosts.size >= MEASURES.madeHostShare)
    yield { points: POINTS.madeHosts, reason: `${made} of the hosts that it links to have names that programs make.` };
  if (hosts.size < MEASURES.madeHosts) return;
  const anchors = others.filter(({ link }) => link.anchor !== '').slice(0, 300);
  const trading = anchors.filter(({ isTrade }) => isTrade).length;
  if (trading >= MEASURES.madeHosts && trading / anchors.length >= MEASURES.tradeAnchorShare)
    yield { points: POINTS.tradeAnchors, reason: `${trading} of its links are about what is sold.` };
}

/** The same words lead to one host after another: a list that a program made. */
function* oneWording(others: readonly SaidLink[]): Generator<Finding> {
  const hosts = new Map<string, Set<string>>();
  for (const { link, called } of others) {
    const { anchor, host, place } = link;
    if (anchor === '' || place !== 'content') continue;
    const words = called.replace(/\d+/g, '').trim();
    hosts.set(words, (hosts.get(words) ?? new Set()).add(host));
  }
  const most = Math.max(0, ...[...hosts.values()].map(({ size }) => size));
  const reason = `Links to ${most} hosts have the same words.`;
  if (most >= MEASURES.sameAnchorEverywhere) yield { points: POINTS.sameAnchorsEverywhere, reason };
  else if (most >= MEASURES.sameAnchorHosts) yield { points: POINTS.sameAnchors, reason };
}
