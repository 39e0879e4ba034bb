import type { Accepted, NewMention } from '../../../ports/index.ts';

/** What the thread is asked, in the order in which it answers. */
export type IntakeRequest = { readonly mention: NewMention } | { readonly close: true };

export type IntakeResult =
  | { readonly ok: true; readonly accepted: Accepted }
  /** `forPeople`: the message is a line for the owner about the disk or the file, not a defect. */
  | { readonly ok: false; readonly forPeople: boolean; readonly message: string };

/** Results of the mentions that were asked first and have none yet. */
export type IntakeReply = { readonly results: readonly IntakeResult[] };
