/** Work that survives a crash: data, not closures. `subject` is the id of the mention, delivery or site it is about, the recipient of notices, or names a referring origin. */
export type JobKind = 'verify' | 'deliver' | 'map' | 'watch' | 'hook' | 'notice' | 'avatar' | 'chore';

export interface NewJob {
  readonly kind: JobKind;
  readonly subject: string;
  /** Jobs of one group run one at a time; the victim's registrable domain, the receiver's host name, or the site. */
  readonly group: string;
  /** Whose work it is, which takes turns with that of other sites; left out for the house's. */
  readonly site?: string | undefined;
  readonly startAfter: number;
}

/** Work that comes round for its subject, in a line of its own: a job that is there already is in the same line. */
export interface NewRound extends NewJob {
  readonly kind: 'map' | 'watch';
}

export interface Job extends NewJob {
  readonly id: number;
  /** Counted before the work begins, so that a job that kills the process is given up in the end. */
  readonly attempts: number;
  readonly leasedUntil: number;
  /** Number of the claim: whose lease it is. */
  readonly lease: number;
  /** Whoever had it before lost the lease: it may have ended the process that worked on it. */
  readonly takenOver?: TakenOver;
}

/**
 * What may be under way in one process beside a job that was taken over: `many` others that were, a `few`, or nothing at
 * all. Each time its process ends again it is the next of these.
 */
export type TakenOver = 'many' | 'few' | 'alone';
