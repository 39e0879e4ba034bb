import { ACTS, type Act, BLIPS } from './acts.ts';

const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
export const BEGIN = Date.UTC(2026, 0, 1);
export const END = BEGIN + 365 * DAY;
const TARGETS = Array.from({ length: 12 }, (_, n) => `https://alice.example/post-${n}`);

/** From one moment up to another one a page is as the act makes it. */
export interface Scene {
  readonly act: Act;
  readonly from: number;
  readonly until: number;
  readonly isBlip: boolean;
}

export interface Source {
  readonly url: string;
  readonly address: string;
  readonly target: string;
  readonly announcedAt: number;
  /** `owner`: decided against. `liar`: it never had the link. */
  readonly fate: 'approved' | 'rejected' | 'liar';
  /** In order, and none begins before the one before is over. */
  readonly scenes: readonly Scene[];
}

/** As long as a look by plan can take to come. */
const UNSEEN = 36 * DAY;
const SCENE = 42 * DAY;
const CALM = 50 * DAY;

/** Numbers of chance that are the same again for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A year in the life of pages that link: most live alone, every fifth has nine neighbours under one domain. */
export function writeYear(count: number, seed: number): readonly Source[] {
  const fraction = chance(seed);
  return Array.from({ length: count }, (_, n) => {
    const isCrowded = n % 5 === 0;
    const domain = isCrowded ? `crowd${Math.floor(n / 50)}.example` : `blog${n}.example`;
    const announcedAt = BEGIN + Math.floor(fraction() * 20 * DAY);
    const fate = n % 25 === 7 ? 'liar' : n % 25 === 13 ? 'rejected' : 'approved';
    return {
      url: `https://${domain}/entry-${n}`,
      address: `198.${18 + (n >> 8)}.${n & 255}.9`,
      target: TARGETS[n % TARGETS.length] as string,
      announcedAt,
      fate,
      scenes: fate === 'approved' ? scenesFrom(announcedAt, n, fraction) : [],
    } satisfies Source;
  });
}

function scenesFrom(announcedAt: number, n: number, fraction: () => number): readonly Scene[] {
  const scenes: Scene[] = [];
  let at = announcedAt;
  for (let turn = 0; ; turn += 1) {
    const from = at + CALM;
    const until = from + SCENE;
    const blip = BLIPS[Math.floor(fraction() * BLIPS.length)] as Act;
    const blipFrom = at + UNSEEN;
    const length = blip.ends.includes('link-returned') ? 30 * MINUTE : DAY;
    if (blipFrom + CALM < END) scenes.push({ act: blip, from: blipFrom, until: blipFrom + length, isBlip: true });
    if (until + UNSEEN > END) return scenes;
    // Every act has its turn, whatever the seed.
    const act = ACTS[(n + turn * 5) % ACTS.length] as Act;
    scenes.push({ act, from, until, isBlip: false });
    at = until;
  }
}
