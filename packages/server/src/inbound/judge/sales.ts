import { registrable } from '../../domain.ts';
import type { Evidence, Finding } from './evidence.ts';
import { foldWords } from './fold-words.ts';
import { phrasesOf } from './phrases.ts';
import { FIRST_PERSON, GUESTS, SALES } from './sales-words.ts';
import { otherLinks, type SaidLink } from './sold.ts';
import { wordCount } from './topics.ts';
import { MEASURES, POINTS } from './weights.ts';

const offering = phrasesOf(SALES);
const hiring = phrasesOf(GUESTS);
const personal = phrasesOf(FIRST_PERSON);

/**
 * How much of a page is the language of offers, whatever is offered: a trade that no vocabulary knows still has a title of
 * “best”, “near me” and “24/7”. Who speaks of himself is heard with half an ear only, and what is found here makes nobody
 * spam without something else.
 */
export function* sales({ source, reading: { facts, surroundings } }: Evidence): Generator<Finding> {
  if (!surroundings) return;
  const text = foldWords(surroundings.text);
  const part = isPersonal(text) ? MEASURES.personalPart : 1;
  const title = foldWords(facts.title);
  yield* offers(title, text, part);
  yield* telephone(facts.title, surroundings.text);
  const hire = [...guests(text, surroundings.headings, part)];
  yield* hire;
  const anchors = [...keywordHosts(otherLinks(surroundings))];
  const visible = new Set(surroundings.outside.filter(({ toTarget }) => !toTarget).map(({ host }) => host)).size;
  if (anchors.length >= 2 && anchors.length / visible >= MEASURES.keywordShare)
    yield {
      points: Math.round((anchors.length >= 3 ? POINTS.keywordAnchors : POINTS.twoKeywordAnchors) * part),
      reason: `${anchors.length} links on it are called what people search for, and not what they lead to.`,
    };
  if (anchors.length >= 2 && hire.length > 0)
    yield { points: POINTS.hired, reason: 'Its pages are for hire, and such links stand on it.' };
  const name = registrable(new URL(source).hostname).split('.')[0] ?? '';
  if (name.includes('-') && offering.in(name.replaceAll('-', ' ')).length > 0 && offering.in(title).length > 0)
    yield { points: POINTS.keywordName, reason: 'Its name and its title offer something.' };
}

/** Whether somebody speaks of himself; in folded text. */
export const isPersonal = (text: string): boolean => personal.in(text).length >= 2;

function* offers(title: string, text: string, part: number): Generator<Finding> {
  const named = offering.in(title).length;
  const density = (offering.times(text) / Math.max(MEASURES.salesLeastWords, wordCount(text))) * 100;
  const inTitle = POINTS.salesInTitle[Math.min(named, POINTS.salesInTitle.length - 1)] ?? 0;
  const [few, many, most, only] = MEASURES.salesDensity;
  const inText =
    density >= most
      ? POINTS.salesFillText
      : density >= many
        ? POINTS.salesInText
        : density >= few
          ? POINTS.someSales
          : 0;
  // A word of it in the title alone is a review, or a joke.
  if (inText === 0 || named + (density >= most ? 1 : 0) === 0) return;
  const isOnly = density >= only && part === 1;
  const points = isOnly
    ? POINTS.salesOnly + (named > 0 ? (POINTS.salesInTitle[1] ?? 0) : 0)
    : Math.round(Math.min(inTitle + inText, POINTS.salesMost) * part);
  yield {
    points,
    reason: `It is written in the language of offers: ${Math.round(density)} of a hundred words, ${named} in its title.`,
  };
}

const NUMBER =
  /\+\d[\d\s().-]{8,18}\d|\b(?:1[\s.-]?)?\(?8(?:00|33|44|55|66|77|88)\)?[\s.-]\d{3}[\s.-]?\d{4}\b|\b0800[\s-]?\d{3,}/g;

/** A telephone number in the title, or over and over. */
function* telephone(title: string, text: string): Generator<Finding> {
  if (title.match(NUMBER))
    yield { points: POINTS.numberInTitle, reason: 'Its title has a telephone number to be called.' };
  const times = new Map<string, number>();
  for (const number of text.match(NUMBER) ?? []) {
    const digits = number.replace(/\D/g, '');
    times.set(digits, (times.get(digits) ?? 0) + 1);
  }
  const most = Math.max(0, ...times.values());
  if (most >= MEASURES.numberTimes)
    yield { points: POINTS.numberAgain, reason: `It says one telephone number ${most} times.` };
}

/** Who sells room for other people's texts and links says so. */
function* guests(text: string, headings: readonly string[], part: number): Generator<Finding> {
  const distinct = new Set([...hiring.in(text), ...hiring.in(foldWords(headings.join(' . ')))]).size;
  if (distinct === 0) return;
  const points = POINTS.guests[Math.min(distinct, POINTS.guests.length) - 1] ?? 0;
  yield { points: Math.round(points * part), reason: 'It offers its pages to whoever pays for a text or a link.' };
}

/** Hosts that are linked to in words of offers and what is offered: “cheap home insurance quotes”. */
function* keywordHosts(others: readonly SaidLink[]): Generator<string> {
  const seen = new Set<string>();
  for (const { link, called } of others.slice(0, 400)) {
    const { host } = link;
    if (seen.has(host)) continue;
    const total = offering.times(called);
    if (total === 0) continue;
    const words = wordCount(called);
    if (words < 2 || words > 8 || total >= words) continue;
    seen.add(host);
    yield host;
  }
}
