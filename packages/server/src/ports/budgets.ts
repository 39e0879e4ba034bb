import type { Elapsed } from './elapsed.ts';

/** What one victim may be asked. `key` names it and its kind: `domain bob.example`, `block 192.0.2.0/24`. */
export interface Allowance {
  readonly key: string;
  /** Milliseconds between the beginnings of two visits; also: one at a time. 0 for neither. */
  readonly gapMs: number;
  /** Visits in any hour and in any day, and a minute more; `Infinity` for no such limit. */
  readonly perHour: number;
  readonly perDay: number;
  /** It is being visited by this very errand: the gap does not count, the numbers do. */
  readonly held: boolean;
}

/** `wait`: nothing was counted; `key` is the one to wait for the longest. */
export type Entered =
  | { readonly ok: true; readonly ticket: string }
  | { readonly ok: false; readonly key: string; readonly waitMs: number };

/** How many mentions wait for their check, by where they wait. */
export interface Waiting {
  /** By the group of their job: the domain of the source. */
  readonly domains: ReadonlyMap<string, number>;
  /** By site and identity of the page, with a blank between them. */
  readonly targets: ReadonlyMap<string, number>;
  readonly sites: ReadonlyMap<string, number>;
  readonly total: number;
}

/**
 * How often each victim was visited. On disk, so that a restart gives nobody a fresh budget. Time is measured and never
 * read off a clock: what went by since the last entry of any process of the store, and nothing for the time in which the
 * machine was off. It is measured inside the transaction, because two that measured before it might take turns.
 */
export interface Budgets {
  /**
   * Counts a visit at all of them, or at none. Atomic over all processes of the store. A visit that nobody ends is taken
   * for over after `longestMs`.
   */
  enter(allowances: readonly Allowance[], elapsed: Elapsed, longestMs: number): Promise<Entered>;
  /** The same question without an entry: the milliseconds to wait, or 0. */
  wait(allowances: readonly Allowance[], elapsed: Elapsed): Promise<{ readonly key: string; readonly waitMs: number }>;
  /** Visits are over. Unknown tickets are passed over. */
  leave(tickets: readonly string[], elapsed: Elapsed): Promise<void>;
  /** Closes a victim for so long; a shorter time than is left of an earlier one changes nothing. */
  pause(key: string, ms: number, elapsed: Elapsed): Promise<void>;
  waiting(): Promise<Waiting>;
}
