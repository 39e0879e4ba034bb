import { foldWords, isAscii } from './fold-words.ts';

/** What is kept of a text to tell it again: never the text. */
export interface Sketch {
  /** The smallest hashes of its shingles, ascending; all of them when there are fewer. */
  readonly hashes: readonly number[];
  /** How many different shingles it has. */
  readonly size: number;
}

/** What a page has in common with texts that are known. */
export interface Likeness {
  /** The largest share of the page's own words that are those of one of our pages, and which page. */
  readonly ofOurs: number;
  readonly ours: string;
  /** How many other registrable domains have told us of a page with the same words. */
  readonly domains: number;
}

const SHINGLE = 5;
const SPACE = 32;
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const MOST = 256;
/** Shingles that a text is looked up by: every sixteenth, so that a part of a text shares some with the whole. */
const KEY_EVERY = 16;
const MOST_KEYS = 24;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

/** 32 bits of which each depends on all of those given. Nobody gains by a collision: it makes a text look a little more like another. */
function mixed(bits: number): number {
  let value = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/**
 * The shingles of a text, five words each (characters, where words are not spaced). The smallest hashes are a fair sample
 * of them, and the same sample in every text that has them (Broder's min-wise sampling), so that two sketches tell both
 * how alike two texts are and how much of one is in the other.
 */
export function sketchOf(text: string): Sketch {
  const folded = foldWords(text);
  // Words are one space apart, so that a space ends each.
  const spaced = !isAscii(folded) && UNSPACED.test(folded) ? (folded.match(WORDS) ?? []).join(' ') : folded;
  const sorted = shinglesOf(wordHashes(spaced)).sort();
  const hashes: number[] = [];
  let size = 0;
  for (let at = 0; at < sorted.length; at++) {
    if (at > 0 && sorted[at] === sorted[at - 1]) continue;
    size += 1;
    if (size <= MOST) hashes.push(sorted[at] ?? 0);
  }
  return { hashes, size };
}

/** FNV-1a of each word. */
function wordHashes(text: string): Uint32Array {
  const hashes = new Uint32Array(text.length / 2 + 1);
  let words = 0;
  let value = FNV_OFFSET;
  for (let at = 0; at <= text.length; at++) {
    const code = at === text.length ? SPACE : text.charCodeAt(at);
    if (code !== SPACE) value = Math.imul(value ^ code, FNV_PRIME);
    else {
      hashes[words] = mixed(value);
      words += 1;
      value = FNV_OFFSET;
    }
  }
  return hashes.subarray(0, words);
}

/** Of so many words in a row, in their order: each is read once and not five times. */
function shinglesOf(words: Uint32Array): Uint32Array {
  const shingles = new Uint32Array(Math.max(0, words.length + 1 - SHINGLE));
  for (let at = 0; at < shingles.length; at++) {
    let value = FNV_OFFSET;
    for (let nth = at; nth < at + SHINGLE; nth++) value = Math.imul(value ^ (words[nth] ?? 0), FNV_PRIME);
    shingles[at] = mixed(value);
  }
  return shingles;
}

/** What to look a text up by. */
export function keysOf({ hashes }: Sketch): readonly number[] {
  return hashes.filter((one) => one % KEY_EVERY === 0).slice(0, MOST_KEYS);
}

/** Which part of the first text is in the second, 0 to 1; estimated on what both sketches reach. */
export function shareIn(part: Sketch, whole: Sketch): number {
  const reach = Math.min(reachOf(part), reachOf(whole));
  let compared = 0;
  let common = 0;
  let at = 0;
  for (const one of part.hashes) {
    if (one > reach) break;
    compared += 1;
    // Both ascend.
    while ((whole.hashes[at] ?? one) < one) at += 1;
    if (whole.hashes[at] === one) common += 1;
  }
  return compared === 0 ? 0 : common / compared;
}

function reachOf({ hashes, size }: Sketch): number {
  return size > hashes.length ? (hashes.at(-1) ?? 0) : Number.POSITIVE_INFINITY;
}
