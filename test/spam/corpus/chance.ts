/** Chance that is the same in every run. */
export interface Chance {
  /** Whole, from 0 to below `n`. */
  below(n: number): number;
  /** Whole, both ends included. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** `n` different ones, in an order of chance; all of them when there are fewer. */
  some<T>(list: readonly T[], n: number): T[];
  is(share: number): boolean;
}

/** Mulberry32. */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let value = state;
    value = Math.imul(value ^ (value >>> 15), value | 1);
    value ^= value + Math.imul(value ^ (value >>> 7), value | 61);
    return ((value ^ (value >>> 14)) >>> 0) / 4_294_967_296;
  }
  const below = (n: number) => Math.floor(next() * n);
  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    pick: (list) => list[below(list.length)] as never,
    some(list, n) {
      const left = [...list];
      const taken = [];
      while (taken.length < n && left.length > 0) taken.push(...left.splice(below(left.length), 1));
      return taken;
    },
    is: (share) => next() < share,
  };
}
