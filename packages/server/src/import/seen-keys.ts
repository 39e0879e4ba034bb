/** Knows what a file had before, in memory that does not grow with the file. */
export interface SeenKeys {
  /** True the first time; then the key is remembered until half a million others have come, at least. */
  isNew(key: string): boolean;
}

/** Keys of one generation, and the places of its table: half of them stay empty, so that looking is short. */
const GENERATION = 524_288;
const PLACES = GENERATION * 2;

/**
 * Eight bytes for each key, in two generations of which the older one is dropped when the younger one is full. The texts
 * themselves, in a set, took 300 bytes each and grew with the file. Two of a million keys have the same number in one of
 * some eighteen thousand files: a count is one too low then, and nothing is
 * stored by it.
 */
export function createSeenKeys(most = GENERATION, places = PLACES): SeenKeys {
  // Empty places are 0, which no key is.
  let [young, old] = [new Float64Array(places), new Float64Array(places)];
  let count = 0;
  return {
    isNew(text) {
      const key = numberOf(text);
      const at = placeOf(young, key);
      if (young[at] === key || old[placeOf(old, key)] === key) return false;
      young[at] = key;
      count += 1;
      if (count < most) return true;
      [young, old] = [old.fill(0), young];
      count = 0;
      return true;
    },
  };
}

/** Where it is, or the empty place where it belongs. */
function placeOf(table: Float64Array, key: number): number {
  let at = key % table.length;
  while (table[at] !== 0 && table[at] !== key) at = (at + 1) % table.length;
  return at;
}

/** Two sums of 32 bits as one number of 53, which is as much as a number holds (cyrb53); never 0. */
function numberOf(text: string): number {
  let [one, other] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x9e3779b1);
    other = Math.imul(other ^ code, 0x5f356495);
  }
  one = Math.imul(one ^ (one >>> 16), 0x85ebca6b) ^ Math.imul(other ^ (other >>> 13), 0xc2b2ae35);
  other = Math.imul(other ^ (other >>> 16), 0x85ebca6b) ^ Math.imul(one ^ (one >>> 13), 0xc2b2ae35);
  return 4_294_967_296 * (2_097_151 & other) + (one >>> 0) || 1;
}
