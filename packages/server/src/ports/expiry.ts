/** Where the look through the traces goes on. */
export interface StepPlace {
  readonly at: number;
  readonly subject: string;
  readonly place: number;
}

/** Takes away what is of no more use, some rows at a time. */
export interface Expiry {
  /**
   * Removes up to `limit` mentions of a site in this state that were neither announced nor changed since `before`, with
   * their traces and texts, and keeps a hash of each pair, so that none comes back as new; answers how many. One that was
   * public once stays: readers that fetched it are still to be told that it is gone.
   */
  mentions(options: {
    readonly site: string;
    readonly moderation: 'spam' | 'rejected';
    readonly before: number;
    readonly limit: number;
    readonly at: number;
    readonly hashOf: (pair: {
      readonly site: string;
      readonly sourceKey: string;
      readonly targetKey: string;
    }) => Promise<string>;
  }): Promise<number>;
  /** Removes up to `limit` refusals of a site from before a moment; answers how many. */
  refusals(options: { readonly site: string; readonly before: number; readonly limit: number }): Promise<number>;
  /**
   * Looks through up to `limit` steps of traces that are no decisions, the oldest first, from a place on, and removes those
   * whose site says so: `before` is the moment of each site. Answers how many, and where to go on; `undefined` at the end.
   */
  steps(options: {
    readonly before: ReadonlyMap<string, number>;
    readonly after: StepPlace | undefined;
    readonly limit: number;
  }): Promise<{ readonly removed: number; readonly next: StepPlace | undefined }>;
}
