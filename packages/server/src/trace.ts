/** One dated step in the life of a mention or delivery, with a reason a person can read. */
export interface TraceStep {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly step:
    | 'received'
    | 'screened'
    | 'fetched'
    | 'verified'
    | 'judged'
    | 'moderated'
    | 'found'
    | 'discovered'
    | 'notified'
    | 'waiting'
    | 'called';
  readonly outcome: string;
  readonly reason: string;
}
