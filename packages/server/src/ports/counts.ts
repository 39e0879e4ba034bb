import type { JobKind } from '../job.ts';

/**
 * What is counted of each day (UTC) and site, in the transaction of the event itself:
 * `mention` by its moderation, or `absent` when its page has no link, on the day that it arrived; `refused` by nothing; `delivery` by its
 * status, on the day that it was found; `target` and `source` count approved mentions by the key of the page and by the
 * domain of the source; `visit` is `linked` when a live link is known that it came by, else `other`; `link` is of the
 * ledger, without spam and what was rejected: `new` by the day that a link was first seen, `lost` by the day since which it is
 * missing, `came` and `went` by the day that it became live or ceased to be. A decision moves a mention from one outcome to another, and so does its undoing. What is deleted
 * for its age stays counted; what is forgotten for good is taken out.
 */
export type Counted = 'mention' | 'refused' | 'delivery' | 'target' | 'source' | 'visit' | 'link';

export interface CountQuery {
  /** `all`: those that are configured or were added. */
  readonly sites: readonly string[] | 'all';
  readonly name: Counted;
  /** Days since the epoch, both counted. */
  readonly from: number;
  readonly to: number;
}

export interface Counts {
  /** Those above nothing, the first day first. */
  daily(query: CountQuery): Promise<readonly { readonly day: number; readonly key: string; readonly count: number }[]>;
  /** The largest sums of the days, the largest first. */
  top(query: CountQuery, limit: number): Promise<readonly { readonly key: string; readonly count: number }[]>;
  /** Jobs that could be done by now, by kind, and since when the oldest of them could. */
  overdue(now: number): Promise<readonly { readonly kind: JobKind; readonly count: number; readonly since: number }[]>;
  /** Drops the counts of pages and domains of the days before. */
  drop(before: number): Promise<void>;
}

const DAY_MS = 86_400_000;

/** The day of a moment. */
export function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

/** The beginning of a day. */
export function startOf(day: number): number {
  return day * DAY_MS;
}

/** `2026-11-25` */
export function isoDay(day: number): string {
  return new Date(startOf(day)).toISOString().slice(0, 10);
}
