import type { ModerationState } from '../mention.ts';

/** What one press of a button changed, so that it can be taken back. */
export interface DeskStep {
  readonly id: string;
  readonly at: number;
  /** The rule that was made with it, if it is a new one. */
  readonly rule: string | undefined;
  /** What the mentions became, and what they had been: ids by state. */
  readonly to: ModerationState;
  readonly before: Readonly<Partial<Record<ModerationState, readonly string[]>>>;
}

export interface DeskSteps {
  /** The newest hundred stay. */
  keep(step: DeskStep): Promise<void>;
  /** To look at only. */
  byId(id: string): Promise<DeskStep | undefined>;
  /** Answers it to one caller only, who takes it back; `undefined` when it is not there any more. */
  take(id: string): Promise<DeskStep | undefined>;
}
