import type { Evidence, Finding } from './evidence.ts';
import { foldWords } from './fold-words.ts';
import { phrasesOf } from './phrases.ts';
import { MACHINE_PROSE } from './terms.ts';
import { wordCount } from './topics.ts';
import { MEASURES, POINTS } from './weights.ts';

const setPhrases = phrasesOf(MACHINE_PROSE);

/** How the page is written: by a machine at length, or around one phrase. */
export function* prose({ reading: { surroundings, facts, entry } }: Evidence): Generator<Finding> {
  if (!surroundings) return;
  const folded = foldWords(surroundings.text);
  yield* machine(folded, [facts.title, ...surroundings.headings]);
  // Lists repeat themselves by their nature.
  if (surroundings.outsideHosts < MEASURES.hosts)
    yield* stuffing(folded, foldWords(`${facts.title} ${surroundings.headings[0] ?? ''}`));
  if (surroundings.keywords.split(/[,;、，]/).length >= MEASURES.keywords)
    yield { points: POINTS.keywordList, reason: 'It has a long list of keywords for search engines.' };
  yield* script(`${facts.title} ${surroundings.headings.slice(0, 3).join(' ')}`, entry.excerpt, surroundings.text);
}

/** How texts are laid out that nobody had anything to say in. */
const SHAPE =
  /^(?:introduction|conclusion|in conclusion|final thoughts|summary|key takeaways|faqs?|frequently asked questions|the bottom line|einleitung|fazit|häufig gestellte fragen|conclusión|introducción|preguntas frecuentes|conclusione|introduzione|conclusão|introdução|foire aux questions|заключение|введение)$|ultimate guide|everything you need to know|comprehensive guide|complete guide|^top \d+|\b(?:benefits|tips|ways|reasons|strategies) (?:of|for|to)\b|unlock|the future of|key benefits|best practices|why .* matters|how to choose|expert tips|common (?:challenges|mistakes)|understanding (?:the basics)?/i;

/** “Unveiling the Hidden World of Bees: A Deep Dive”, “7 Powerful Habits That Will Transform Your Life”. */
const TITLE =
  /^(?:unveiling|unlocking|exploring|discovering|mastering|navigating|embracing|harnessing|understanding|demystifying|decoding|elevating|elevate|discover|unlock|unleash|transform)\b.*(?::|guide|world|power|potential|journey)|: (?:a|an|the|your) (?:deep dive|(?:\w+ ){0,2}guide|(?:\w+ ){0,2}journey|(?:\w+ ){0,2}exploration|(?:\w+ ){0,2}overview)|^(?:top |the )?\d+ (?:[\w-]+ ){0,3}(?:lessons|tips|ways|reasons|benefits|secrets|strategies|hacks|habits|tricks|steps|trends|tools|facts)\b|that will (?:change|transform)|you need to know|you should know|in 20\d\d: /i;

const SAYS_SO =
  /\bas an? (?:ai|large) language model\b|\bi (?:cannot|can t|cant) (?:provide|fulfill) (?:live|real time|that|this)\b|\bmy (?:knowledge|training) (?:cutoff|data)\b|\bhere s? ?(?:is )?(?:a|the) rewritten version\b/;

function* machine(folded: string, lines: readonly string[]): Generator<Finding> {
  const distinct = setPhrases.in(folded).length;
  const density = (setPhrases.times(folded) / Math.max(60, wordCount(folded))) * 100;
  if (density < MEASURES.machineDensity) return;
  const reason = `It is written in set phrases (${distinct} of them), as programs write.`;
  if (distinct >= MEASURES.machineDenserDistinct && density >= MEASURES.machineDenseDensity)
    yield { points: POINTS.machineDenser, reason };
  else if (distinct >= MEASURES.machineAll) yield { points: POINTS.machineAll, reason };
  else if (distinct >= MEASURES.machineDenseDistinct && density >= MEASURES.machineDenseDensity)
    yield { points: POINTS.machineDense, reason };
  else if (distinct >= MEASURES.machineMuch) yield { points: POINTS.machineMuch, reason };
  else if (distinct >= MEASURES.machineSome) yield { points: POINTS.machineSome, reason };
  if (distinct >= MEASURES.machineMuch && lines.filter((line) => SHAPE.test(line.trim())).length >= 3)
    yield { points: POINTS.machineShape, reason: 'Its headings are those of texts that programs write.' };
  else if (distinct >= MEASURES.machineSome && TITLE.test((lines[0] ?? '').trim()))
    yield { points: POINTS.machineTitle, reason: 'Its title is one of those that programs give.' };
  if (SAYS_SO.test(folded)) yield { points: POINTS.machineSaysSo, reason: 'It says itself that a program wrote it.' };
}

/** The most frequent two and three words in a row. People repeat themselves, but not every twelfth word. */
function* stuffing(folded: string, title: string): Generator<Finding> {
  const words = folded.split(' ', 4_000);
  if (words.length < MEASURES.stuffedWords) return;
  let worst = { share: 0, times: 0, phrase: '' };
  for (const size of [2, 3]) {
    const counts = new Map<string, number>();
    for (let at = 0; at + size <= words.length; at++) {
      let long = 0;
      for (let nth = at; nth < at + size; nth++) if ((words[nth]?.length ?? 0) >= 4) long += 1;
      // Short words are those of the language itself: "of the", "in der".
      if (long < 2) continue;
      const phrase = words.slice(at, at + size).join(' ');
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
    }
    for (const [phrase, times] of counts) {
      const share = (times * size) / words.length;
      if (times >= MEASURES.stuffedTimes && share > worst.share) worst = { share, times, phrase };
    }
  }
  const reason = `It says “${worst.phrase.slice(0, 80)}” ${worst.times} times in ${words.length} words.`;
  if (worst.share < MEASURES.stuffedShare) return;
  if (!title.includes(worst.phrase)) yield { points: POINTS.stuffedElsewhere, reason };
  else if (worst.share >= MEASURES.stuffedMuchShare) yield { points: POINTS.stuffedMuch, reason };
  else yield { points: POINTS.stuffed, reason };
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['East Asian', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u],
];

/** The script of most letters of a text; `undefined` when it has few, or none rules. */
function scriptOf(text: string): string | undefined {
  let ascii = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at) | 32;
    if (code > 96 && code < 123) ascii += 1;
  }
  const others = text.match(/[\u{80}-\u{10ffff}]/gu) ?? [];
  const countOf = (letters: RegExp) => others.reduce((sum, one) => sum + (letters.test(one) ? 1 : 0), 0);
  const counts = SCRIPTS.map(([name, letters]) => [name, countOf(letters) + (name === 'Latin' ? ascii : 0)] as const);
  const all = counts.reduce((sum, [, count]) => sum + count, 0);
  const [name, most] = counts.reduce((a, b) => (b[1] > a[1] ? b : a));
  return all >= 12 && most / all >= 0.8 ? name : undefined;
}

/** Somebody else put a text of another world into the page. Who quotes foreign words still writes in his own. */
function* script(title: string, around: string, text: string): Generator<Finding> {
  const [above, below, whole] = [scriptOf(title), scriptOf(around), scriptOf(text)];
  if (above && whole && above !== whole && above !== 'Latin')
    yield { points: POINTS.strangeScript, reason: `Its title is ${above}, its text ${whole}.` };
  else if (below && whole && below !== whole && below !== 'Latin')
    yield {
      points: POINTS.strangeScript,
      reason: `The words around the link are ${below}, the rest of its text is ${whole}.`,
    };
}
