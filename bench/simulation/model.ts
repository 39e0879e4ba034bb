/** What the work costs, from measurements: `npm run simulate -- compare` takes them on this machine. Milliseconds. */
export interface Costs {
  /** Processor time of one notification, from its bytes to its reply. */
  readonly accept: number;
  /** Processor time of one look, for which others wait: fetch, judge, store. */
  readonly verify: number;
  /** What a look takes besides, and others need not wait for: the thread that reads pages, sync, rest. */
  readonly beside: number;
}

/** Where notifications come from. */
export interface Stream {
  readonly name: string;
  readonly perSecond: number;
  /** Seconds of the day in which it flows. */
  readonly from: number;
  readonly until: number;
  /** Domains of its sources, and sites of its targets. */
  readonly domains: number;
  readonly sites: number;
  /** Until a page answers: the middle of an exponential distribution, in milliseconds. */
  readonly answerMs: number;
  /** Not by chance: each answer takes as long, and the domains come in turn. */
  readonly fixed?: boolean;
}

/** The limits that shape a queue; `Infinity` and 0 lift them. Their usual numbers stand in docs/configuration.md. */
export interface Limits {
  readonly pendingPerDomain: number;
  readonly pendingPerSite: number;
  readonly pending: number;
  readonly allPerMinute: number;
  readonly firstDelayMs: number;
  readonly victimGapMs: number;
  readonly victimPerHour: number;
  readonly fetchesPerSecond: number;
}

export const USUAL: Limits = {
  pendingPerDomain: 100,
  pendingPerSite: 10_000,
  pending: 50_000,
  allPerMinute: 6_000,
  firstDelayMs: 10_000,
  victimGapMs: 2_000,
  victimPerHour: 20,
  fetchesPerSecond: 5,
};

export const OFF: Limits = {
  pendingPerDomain: Number.POSITIVE_INFINITY,
  pendingPerSite: Number.POSITIVE_INFINITY,
  pending: Number.POSITIVE_INFINITY,
  allPerMinute: Number.POSITIVE_INFINITY,
  firstDelayMs: 0,
  victimGapMs: 0,
  victimPerHour: Number.POSITIVE_INFINITY,
  fetchesPerSecond: Number.POSITIVE_INFINITY,
};

export interface House {
  readonly workers: number;
  /** Looks that one worker has under way; those that wait for longer than half a second do not count. */
  readonly room: number;
  readonly costs: Costs;
  readonly limits: Limits;
  readonly streams: readonly Stream[];
  readonly seconds: number;
  readonly seed: number;
  /** When the workers begin, in milliseconds; at once unless told. */
  readonly begin?: number;
}

/** Chance that is the same each time (mulberry32). */
export function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
