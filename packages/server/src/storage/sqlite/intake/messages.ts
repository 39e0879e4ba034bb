import type { Accepted, NewMention } from '../../../ports/index.ts';

/** What the thread is made with. */
export interface IntakeSettings {
  readonly path: string;
  /** Milliseconds to wait for whoever holds the write lock. */
  readonly lockWaitMs: number;
}

/** What the thread is asked, in the order in which it answers. `check` asks only whether it can write. */
export type IntakeRequest = { readonly mention: NewMention } | { readonly check: true } | { readonly close: true };

export type IntakeResult =
  /** Nothing is accepted by a check. */
  | { readonly ok: true; readonly accepted?: Accepted }
  | {
      readonly ok: false;
      readonly message: string;
      /** The message is a line for the owner about the disk or the file, not a defect. */
      readonly forPeople: boolean;
      /** The disk failed: nothing can be confirmed any more. */
      readonly broken: boolean;
    };

/** Results of what was asked first and has none yet. */
export type IntakeReply = { readonly results: readonly IntakeResult[] };
