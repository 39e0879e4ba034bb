import type { Backlink } from '../backlink.ts';
import type { LinkChange } from '../link-change.ts';

/**
 * The ledger: what is known of links that were seen at least once. It is written by `Mentions.recordCheck` and `moderate`,
 * in their transactions, and goes with its mention.
 */
export interface Backlinks {
  /** `undefined` for an unknown mention and for a link that was never seen. */
  byMention(id: string): Promise<Backlink | undefined>;
  /** Those of these mentions that were seen. */
  of(mentions: readonly string[]): Promise<readonly Backlink[]>;
  /** Oldest first; empty for an unknown mention. */
  changes(id: string): Promise<readonly LinkChange[]>;
  /** What the next check has to know; `undefined` for an unknown mention. */
  known(id: string): Promise<Known | undefined>;
  /** Has the next check ask for the page whatever its version; for an answer about another version's address. */
  forgetVersion(id: string): Promise<void>;
  /**
   * Goes through up to `limit` of the looks that are due by `now`, the longest due first, and answers how many of them it
   * put into the queue: one for each victim for which nothing waits there; the others are due a while later. The next look
   * at each is planned for a month later, and its check plans it anew. `groupOf` names the victim of a source.
   */
  lineUpDue(now: number, limit: number, groupOf: (source: string) => string): Promise<number>;
  /** When the next look is due; `undefined` when none is planned. */
  nextDue(): Promise<number | undefined>;
}

export interface Known {
  /** Looks by plan since the last receipt or change of the link. */
  readonly looks: number;
  /**
   * Which version of the page had the link (RFC 9110 §13.1), as its server names it, and where it was read. All `''` for
   * a link that was never seen.
   */
  readonly finalUrl: string;
  readonly entityTag: string;
  readonly lastModified: string;
}
