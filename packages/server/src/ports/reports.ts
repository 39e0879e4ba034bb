import type { ReportPace } from '../report-period.ts';

/** Up to which day the reports of a site were written. */
export interface ReportedUntil {
  readonly site: string;
  readonly every: ReportPace;
  /** The day after the last that was reported; days since 1 January 1970. */
  readonly until: number;
}

/** Sees to it that each week or month of a site is reported once, however many processes think that it is time. */
export interface Reports {
  /** Those of all sites. */
  list(): Promise<readonly ReportedUntil[]>;
  /**
   * True for the one who is to report what ends before that day, once and never again: call it in the transaction that
   * writes the report down. False as well for a site that has just begun with reports, or with this pace: its first report
   * is the next.
   */
  claim(reported: ReportedUntil): Promise<boolean>;
  /** Has a site begin anew. */
  drop(site: string): Promise<void>;
}
