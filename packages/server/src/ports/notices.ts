import type { Notice, NoticeState, Occurrence } from '../notice.ts';
import type { Recipient } from '../recipient.ts';
import type { OfSite } from './access.ts';

/** Who is told. */
export interface Recipients {
  /** Oldest first. */
  list(which?: OfSite): Promise<readonly Recipient[]>;
  byId(id: string): Promise<Recipient | undefined>;
  /** Adds or replaces it. */
  save(recipient: Recipient): Promise<void>;
  /** False when there is none. What waited for it is dropped. */
  remove(id: string): Promise<boolean>;
  /** Keeps why the last try came to nothing, or that it did not. */
  setProblem(id: string, problem: string | undefined): Promise<void>;
}

export interface NoticeChange {
  readonly state?: NoticeState;
  readonly reason?: string;
  readonly attempts?: number;
  readonly tryAt?: number;
  /** `null` takes it out of its mail. */
  readonly batch?: string | null;
  readonly body?: string;
  readonly updatedAt: number;
}

/** The outbox. What happens to mentions comes in by itself, in the transaction that changes them. */
export interface Notices {
  /** Writes it down for each recipient who wants to hear of it, with the job that will tell it. */
  add(occurrence: Occurrence): Promise<void>;
  byId(id: string): Promise<Notice | undefined>;
  /** Newest first; continue with the last id of the page before. */
  list(filter: {
    readonly state?: NoticeState;
    readonly recipient?: string;
    readonly before?: string;
    readonly limit: number;
  }): Promise<readonly Notice[]>;
  /** Those that wait for a recipient's turn: the ones of a mail that was begun, else the oldest. */
  waiting(recipient: string, limit: number): Promise<readonly Notice[]>;
  /** Fields left out stay. */
  change(ids: readonly string[], change: NoticeChange): Promise<void>;
  /** When each mail to a recipient went out after `since`, oldest first. */
  sentSince(recipient: string, since: number): Promise<readonly number[]>;
  /** Forgets what ended before then. */
  tidy(before: number): Promise<void>;
}
