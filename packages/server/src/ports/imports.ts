import type { Entry, Protocol } from '@hearback/protocol';
import type { BroughtAs } from '../mention.ts';

/** A mention that another place had, on its way into the store. */
export interface BroughtMention {
  readonly id: string;
  readonly site: string;
  readonly source: string;
  readonly target: string;
  readonly sourceKey: string;
  readonly targetKey: string;
  readonly protocol: Protocol;
  readonly as: BroughtAs;
  /** When the other place received it. */
  readonly receivedAt: number;
  readonly entry: Entry;
  /** The format that it was read from, and what it was called there. */
  readonly format: string;
  readonly foreignId: string;
  /** Whose server a look at its source burdens. */
  readonly group: string;
  /** For its trace and, unless it is only named, its reasons. */
  readonly reason: string;
}

export type Pair = Pick<BroughtMention, 'site' | 'sourceKey' | 'targetKey'>;

export interface LineUp {
  readonly at: number;
  /** Looks that may wait in the queue at once, and of them for one group. */
  readonly most: number;
  readonly mostOfGroup: number;
}

/** What is brought from other places. */
export interface Imports {
  /**
   * Stores those whose pair is not here yet, all in one transaction, and answers for each whether it is new. What is here
   * stays as it is, whatever the other place says. What was approved there is approved, and public once a look found its page
   * or found it out of reach; what waited there waits. Looks are lined up by a `chore` with the subject `imports`.
   */
  take(brought: readonly BroughtMention[], at: number): Promise<readonly boolean[]>;
  /** For each whether it is here: the same answer as from `take`, and nothing is stored. */
  missing(pairs: readonly Pair[]): Promise<readonly boolean[]>;
  /** Puts looks into the queue, not more than may wait there; answers how many mentions are still to be looked at. */
  lineUp(how: LineUp): Promise<number>;
  /** How far a place was read; `undefined` for one that is new. */
  mark(place: string): Promise<string | undefined>;
  setMark(place: string, value: string): Promise<void>;
}
