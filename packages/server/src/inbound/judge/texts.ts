import { foldWords } from './word-finder.ts';

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
const MOST = 256;
/** Shingles that a text is looked up by: every sixteenth, so that a part of a text shares some with the whole. */
const KEY_EVERY = 16;
const MOST_KEYS = 24;
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;

/** FNV-1a with a final mix, 32 bits, of a part. Nobody gains by a collision: it makes a text look a little more like another. */
function hash(text: string, from: number, to: number): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
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
  // Words are one space apart, so that each shingle is a part of the text.
  const spaced = UNSPACED.test(folded) ? (folded.match(WORDS) ?? []).join(' ') : folded;
  const sorted = Uint32Array.from(shinglesOf(spaced)).sort();
  const distinct = sorted.filter((one, at) => at === 0 || one !== sorted[at - 1]);
  return { hashes: [...distinct.subarray(0, MOST)], size: distinct.length };
}

function shinglesOf(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf(' '); at !== -1; at = text.indexOf(' ', at + 1)) starts.push(at + 1);
  const ends = [...starts.slice(1).map((start) => start - 1), text.length];
  const hashes: number[] = [];
  for (let nth = 0; nth + SHINGLE <= starts.length; nth++)
    hashes.push(hash(text, starts[nth] ?? 0, ends[nth + SHINGLE - 1] ?? 0));
  return hashes;
}

/** What to look a text up by. */
export function keysOf({ hashes }: Sketch): readonly number[] {
  return hashes.filter((one) => one % KEY_EVERY === 0).slice(0, MOST_KEYS);
}

/** Which part of the first text is in the second, 0 to 1; estimated on what both sketches reach. */
export function shareIn(part: Sketch, whole: Sketch): number {
  const reach = Math.min(reachOf(part), reachOf(whole));
  const known = new Set(whole.hashes);
  let compared = 0;
  let common = 0;
  for (const one of part.hashes) {
    if (one > reach) break;
    compared += 1;
    if (known.has(one)) common += 1;
  }
  return compared === 0 ? 0 : common / compared;
}

function reachOf({ hashes, size }: Sketch): number {
  return size > hashes.length ? (hashes.at(-1) ?? 0) : Number.POSITIVE_INFINITY;
}
