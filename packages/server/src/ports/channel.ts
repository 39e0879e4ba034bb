import type { Mention } from '../mention.ts';
import type { Notice, NoticeEvent } from '../notice.ts';
import type { Gathering } from '../recipient.ts';
import type { Report } from '../report.ts';

/** Something that is told, and the mention that it is about, as it is now. */
export interface Telling {
  readonly event: Notice['event'];
  readonly at: number;
  readonly mention: Mention;
}

/** One mail, or one message to a topic. */
export interface Letter {
  /** The same for every try. */
  readonly id: string;
  /** Oldest first; empty in one that only tries whether it arrives. */
  readonly tellings: readonly Telling[];
  /** How often each happened, those included that are not among the tellings. */
  readonly counts: ReadonlyMap<NoticeEvent, number>;
  /** In a letter that is a report and tells nothing else. */
  readonly report?: Report | undefined;
}

export type SendOutcome =
  | { readonly outcome: 'sent'; readonly reason: string }
  /** It may go better another time, `afterMs` from now at the earliest. */
  | { readonly outcome: 'later'; readonly reason: string; readonly afterMs?: number }
  | { readonly outcome: 'refused'; readonly reason: string };

/** A way to tell somebody. Rejects for defects only; the same letter may come again after a try of which nobody knows the end. */
export type Channel = (recipient: Gathering, letter: Letter) => Promise<SendOutcome>;
