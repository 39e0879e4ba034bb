import type { Evidence, Finding } from './evidence.ts';
import { foldWords } from './fold-words.ts';
import { densityOf, isAbout, isOurs } from './own-topics.ts';
import { phrasesOf } from './phrases.ts';
import { isPersonal } from './sales.ts';
import { otherLinks } from './sold.ts';
import { CALLS, TOPIC_NAME, TOPICS, type Topic } from './terms.ts';
import { strongTopics, type TopicCount, type TopicCounts, topicsOf } from './topics.ts';
import { MEASURES, POINTS } from './weights.ts';

const calling = phrasesOf(CALLS);

function ofText(count: TopicCount | undefined, words: number): number {
  if (!count || !isAbout(count)) return 0;
  const density = densityOf(count, words);
  const isShort = words < MEASURES.veryShortWords && count.strong >= 2;
  if (isShort) return POINTS.topicFillsText;
  const { topicDensity, topicFills, topicOverflows, topicDistinct, topicFillsDistinct } = MEASURES;
  if (density >= topicOverflows && count.distinct >= topicFillsDistinct && count.strong >= 2)
    return POINTS.topicOverflows;
  if (density >= topicFills && count.distinct >= topicFillsDistinct) return POINTS.topicFillsText;
  return density >= topicDensity && count.distinct >= topicDistinct ? POINTS.topicInText : 0;
}

function ofLine(count: TopicCount | undefined, strong: number, weak: number): number {
  if (!count) return 0;
  return count.strong > 0 ? strong : weak;
}

/** A name without its ending, cut where people and programs put words together. */
function wordsOfHost(host: string): string {
  return host.replace(/\.[^.]*$/, '').replace(/[-._\d]+/g, ' ');
}

/** Names are written without spaces, so that words are looked for inside them; only long ones, which are no accident. */
const IN_NAMES =
  /viagra|cialis|mostbet|1win|1xbet|vavada|vulkan|aviator|coupon|promocode|gutschein|dealz|hotsingles|apkmod|modapk|movies|assignmenthelp|pharmac|apothek|casino|kasino|kazino|slots|gacor|togel|poker|bets?(?:ting|365|way)|bahis|judi|escort|porn|sexcam|payday|loans|kredit|credito|essay|dissertation|backlink|seo(?:service|agency|expert)|replica|outlet|cheap|keto|slim(?:ming)?pill|passport|diplom|torrent|iptv|crypto|bitcoin|forex|invest|spellcaster|voyance/;

/** Brands have digits in their names: `1win`. */
function nameTopics(host: string): TopicCounts {
  return topicsOf(`${wordsOfHost(host)} . ${host.replace(/\.[^.]*$/, '').replace(/[-._]+/g, ' ')}`);
}

function* ofTopic(
  topic: Topic,
  { reading, source, target }: Evidence,
  text: TopicCounts,
  parts: Parts,
): Generator<Finding> {
  const name = TOPIC_NAME[topic];
  const { surroundings } = reading;
  const inText = ofText(text.of[topic], text.words);
  if (inText > 0) yield { points: inText, reason: `Its text is about ${name}.` };
  const title = ofLine(parts.title.of[topic], POINTS.topicInTitle, inText > 0 ? POINTS.topicWeaklyInTitle : 0);
  if (title > 0) yield { points: title, reason: `Its title speaks of ${name}.` };
  const host = ofLine(parts.host.of[topic], POINTS.topicInHost, inText + title > 0 ? POINTS.topicWeaklyInHost : 0);
  if (host > 0) yield { points: host, reason: `The name of its host speaks of ${name}.` };
  const path = ofLine(parts.path.of[topic], POINTS.topicInPath, 0);
  if (path > 0 && source !== target) yield { points: path, reason: `Its address speaks of ${name}.` };
  if (surroundings && ofLine(parts.keywords.of[topic], 1, 0) > 0)
    yield { points: POINTS.topicInKeywords, reason: `Its list of keywords speaks of ${name}.` };
}

interface Parts {
  readonly title: TopicCounts;
  readonly host: TopicCounts;
  readonly path: TopicCounts;
  readonly keywords: TopicCounts;
}

function pathOf(source: string): string {
  try {
    return decodeURIComponent(new URL(source).pathname + new URL(source).search);
  } catch {
    // A percent sign that encodes nothing.
    return source.replace(/^https?:\/\/[^/]*/, '');
  }
}

/** What the page sells. Whatever our own page is about is no reason against who answers it. */
export function* subject(evidence: Evidence, text: TopicCounts): Generator<Finding> {
  const { reading, source, ownTopics } = evidence;
  const { title, surroundings } = {
    title: `${reading.facts.title} \n ${reading.entry.title}`,
    surroundings: reading.surroundings,
  };
  const { hostname } = new URL(source);
  const parts: Parts = {
    title: topicsOf(`${title} \n ${surroundings?.headings[0] ?? ''}`),
    host: nameTopics(hostname),
    path: topicsOf(pathOf(source)),
    keywords: topicsOf(surroundings?.keywords ?? ''),
  };
  const folded = foldWords(surroundings?.text ?? '');
  const urges = { distinct: calling.in(folded).length, total: calling.times(folded) };
  const sold = new Set((surroundings ? otherLinks(surroundings) : []).slice(0, 400).flatMap(({ sells }) => sells));
  let sells = false;
  for (const topic of TOPICS) {
    const part = isOurs(topic, ownTopics) ? MEASURES.ownTopicPart : 1;
    // Who writes about a trade is not in it: that takes somebody who urges, links to sellers, or is named after it.
    const isAlone = urges.distinct < 2 && !sold.has(topic) && parts.host.of[topic] === undefined;
    let room: number = isAlone ? MEASURES.topicAlone : Number.POSITIVE_INFINITY;
    for (const { points, reason } of ofTopic(topic, evidence, text, parts)) {
      sells = true;
      const counted = Math.min(room, Math.round(points * part));
      room -= counted;
      if (counted > 0) yield { points: counted, reason };
    }
  }
  const titles = strongTopics(parts.title).filter((topic) => sold.has(topic) && !isOurs(topic, ownTopics));
  if (titles.length > 0 && (urges.distinct > 0 || text.words < MEASURES.shortWords))
    yield { points: POINTS.titleAndLink, reason: 'It has little to say and links to who sells what its title names.' };
  // Who quotes the calls of a trade that he left, or warns of, speaks of himself and links to none of its sellers.
  const tells = isPersonal(folded) && sold.size === 0;
  if (
    urges.distinct > 0 &&
    !tells &&
    TOPICS.some((topic) => (text.of[topic]?.distinctStrong ?? 0) >= 2 && !isOurs(topic, ownTopics))
  )
    yield { points: POINTS.termsAndCall, reason: 'It names what is sold and urges to buy it.' };
  const namedTwice = strongTopics(parts.title).some((topic) => parts.host.of[topic] && !isOurs(topic, ownTopics));
  if (namedTwice && !isPersonal(folded) && (urges.distinct > 0 || text.words < MEASURES.veryShortWords))
    yield { points: POINTS.titleAndHost, reason: 'The name of its host and its title offer the same.' };
  if (PROMISE.test(title)) yield { points: POINTS.promise, reason: 'Its title promises money.' };
  if (urges.distinct > 0 && isNothingElse(text, ownTopics))
    yield { points: POINTS.topicAndNothingElse, reason: 'Hardly a sentence of it is about anything else.' };
  if (IN_NAMES.test(hostname) && strongTopics(parts.host).length === 0 && sells)
    yield { points: POINTS.topicInHost, reason: 'The name of its host has a word in it that sells.' };
  const broad = strongTopics(text).filter((topic) => !isOurs(topic, ownTopics));
  if (broad.length >= MEASURES.manyTopics)
    yield {
      points: POINTS.manyTopics,
      reason: `It speaks of ${broad.map((topic) => TOPIC_NAME[topic]).join(', ')}, all on one page.`,
    };
  yield* calls(urges, sells);
}

function isNothingElse(text: TopicCounts, own: TopicCounts | undefined): boolean {
  return TOPICS.some((topic) => {
    const count = text.of[topic];
    if (!count || isOurs(topic, own)) return false;
    return count.distinctStrong >= MEASURES.nothingElseStrong && densityOf(count, text.words) >= MEASURES.nothingElse;
  });
}

/** `$5,000 a day`, `500 € pro Tag`. */
const PROMISE =
  /(?:[$€£₽]|\busd|\beur)\s?\d[\d,.]*\s+(?:a|per|an?)\s+(?:day|week|hour|month)|\d[\d,.]*\s?(?:[$€£₽]|usd\b|eur\b|euros?\b|руб)\S{0,3}\s+(?:a|per|pro|par|al|в)\s+(?:day|week|hour|month|tag|woche|monat|jour|mois|dia|día|mes|день)/i;

function* calls(
  { distinct, total }: { readonly distinct: number; readonly total: number },
  sells: boolean,
): Generator<Finding> {
  if (sells && distinct >= 5)
    yield { points: POINTS.manyCalls, reason: 'It urges its readers to buy or sign up, again and again.' };
  else if (sells && distinct === 1)
    yield { points: POINTS.oneCall, reason: 'It urges its readers to buy or sign up, once.' };
  else if (sells && distinct >= 2)
    yield { points: POINTS.someCalls, reason: 'It urges its readers to buy or sign up.' };
  else if (distinct >= 6 && total >= 8)
    yield { points: POINTS.callsAlone, reason: 'It urges its readers to buy or sign up, again and again.' };
}
