import { foldRuleText } from '../rule.ts';

const RUN = /[\p{L}\p{N}]+/gu;
/** Scripts that put no spaces between words: each letter counts, and each pair, so that pairs are found in their order. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
/** Every address begins with one of them. */
const SAYS_NOTHING = new Set(['http', 'https', 'www']);
const LONGEST = 40;

/** The words of a text as they are looked for: whole ones, without case and marks on letters, in no order. */
export function* wordsOf(text: string): Generator<string> {
  for (const [run] of foldRuleText(text).matchAll(RUN)) {
    if (UNSPACED.test(run)) yield* pairsOf(run);
    else if (!SAYS_NOTHING.has(run)) yield run.slice(0, LONGEST);
  }
}

function* pairsOf(run: string): Generator<string> {
  const letters = [...run];
  for (const [at, letter] of letters.entries()) {
    yield letter;
    const next = letters[at + 1];
    if (next !== undefined) yield letter + next;
  }
}

/** Words of an address: those of a path that is written in another alphabet too. */
export function* wordsOfUrl(url: string): Generator<string> {
  let readable = url;
  try {
    readable = decodeURIComponent(url);
  } catch {
    // Escapes that are no UTF-8 stay as they are.
  }
  yield* wordsOf(readable);
}
