import type { Accepted, NewMention } from '../../../ports/index.ts';

/** What the thread is asked. Batches are answered in their order, one at a time. */
export type IntakeRequest = { readonly batch: readonly NewMention[] } | { readonly close: true };

export type IntakeResult =
  | { readonly ok: true; readonly accepted: Accepted }
  /** `forPeople`: the message is a line for the owner about the disk or the file, not a defect. */
  | { readonly ok: false; readonly forPeople: boolean; readonly message: string };

/** One result for each mention of a batch, in its order. */
export type IntakeReply = { readonly results: readonly IntakeResult[] };
