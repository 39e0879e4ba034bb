export const SITES = ['site.example', 'second.example', 'third.example'] as const;
/** Blogs that the links come from, beside one with a link on each of its pages. */
export const BLOGS = 5_000;
export const BIG = 'big.example';
/** Pages that are linked to, beside the front page. */
const PAGES = 50_000;

export const DAY = 86_400_000;
const YEARS = 5;

/** What stands for the n-th link. */
export interface LinkNumber {
  readonly n: number;
  readonly id: string;
  readonly site: string;
  readonly host: string;
  readonly page: string;
  /** When it was announced and first seen. */
  readonly at: number;
  readonly seenAt: number;
  /** Days on which visitors came by it. */
  readonly visits: readonly number[];
  /** Which of the samples it is like. */
  readonly sample: number;
}

export interface Filling {
  readonly links: number;
  readonly seed: number;
  /** When the last of them comes. */
  readonly until: number;
}

/** The same seed gives the same links, over five years until then; one in seventeen leads to a front page. */
export function numberOf(n: number, { links, seed, until }: Filling): LinkNumber {
  const chance = mixed(n, seed);
  const at = until - Math.round((YEARS * 365 * DAY * (links - n)) / links);
  // The younger half of what is left: most are seen on each look, some were last seen long ago.
  const seenAt = until - Math.round((until - at) * (chance(1) < 0.8 ? chance(2) ** 8 : chance(2)));
  const today = Math.floor(until / DAY);
  return {
    n,
    id: `link${String(n).padStart(9, '0')}`,
    site: SITES[n % 10 === 0 ? 1 : n % 10 === 5 ? 2 : 0],
    host: n % 19 === 0 ? BIG : `blog${Math.floor(chance(3) * BLOGS)}.example`,
    page: n % 17 === 0 ? '' : `post/${Math.floor(chance(4) * PAGES)}`,
    at,
    seenAt,
    visits: n % 10 === 3 ? [0, 1, 2].map((day) => today - day * 9 - Math.floor(chance(5) * 9)) : [],
    sample: Math.floor(chance(6) * 2 ** 20),
  };
}

/** Numbers from 0 up to 1 that look like chance (splitmix32). */
function mixed(n: number, seed: number): (turn: number) => number {
  return (turn) => {
    let x = (Math.imul(n + 1, 0x9e3779b9) ^ Math.imul(seed + 1, 0x85ebca6b) ^ Math.imul(turn, 0xc2b2ae35)) >>> 0;
    x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
    x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
    return ((x ^ (x >>> 15)) >>> 0) / 2 ** 32;
  };
}
