/** What a handler made of a job. A handler that throws has failed an attempt; the pump retries or buries it. */
export type JobOutcome =
  | { readonly outcome: 'done' }
  /** To be tried again at `at`. `keepAttempts: false` when it merely waited for its turn. */
  | { readonly outcome: 'later'; readonly at: number; readonly reason: string; readonly keepAttempts?: boolean }
  | { readonly outcome: 'buried'; readonly reason: string }
  /** The handler gave the job back itself, in the transaction of what it wrote. */
  | { readonly outcome: 'settled' };
