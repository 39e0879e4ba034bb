import type { Protocol } from '@hearback/protocol';
import type { Mention } from '../mention.ts';

/** Two mentions of one page that turned out to come from one page: which row stays, and what it takes over. */
export interface Joining {
  readonly stays: string;
  readonly goes: string;
  /** What the row that stays is called from now on. */
  readonly source: string;
  readonly sourceKey: string;
  /** Identity of the source whose name is given up. */
  readonly otherKey: string;
  /** Of both, the first announcement first. */
  readonly protocols: readonly Protocol[];
  readonly receivedAt: number;
  readonly lastReceivedAt: number;
  readonly repeats: number;
  /** When they were found to be one. */
  readonly joinedAt: number;
}

export interface Twins {
  /** The other mention of the same target whose last reading was of the page with this identity; the oldest if several. */
  of(mention: Pick<Mention, 'id' | 'site' | 'targetKey'>, finalKey: string): Promise<Mention | undefined>;
  /**
   * Makes one of two. From then on `byId`, `moderate` and `trace` of `Mentions` take both ids for the row that stays, and
   * for a day `accept` takes both sources for it; after that the other one is worth another look.
   */
  join(joining: Joining): Promise<void>;
}
