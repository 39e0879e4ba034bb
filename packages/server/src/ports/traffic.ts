import type { CountQuery } from './counts.ts';

/** Visits of one day that came from one referrer to one page. Nothing in it tells who came. */
export interface Visits {
  readonly site: string;
  readonly targetKey: string;
  /** Identity of the page that they came from; `undefined` when the referrer names a site only. */
  readonly sourceKey: string | undefined;
  /** Its host name. */
  readonly host: string;
  /** Days since the epoch, UTC. */
  readonly day: number;
  readonly count: number;
}

/** How far the access logs of a site were counted. */
export interface LogPlace {
  readonly site: string;
  readonly at: number;
}

type TrafficKey = 'mention' | 'targetKey' | 'domain';

/** Which visits are summed: those of these days that came to these pages, or from these domains. */
interface VisitQuery extends Omit<CountQuery, 'name'> {
  readonly by: 'targetKey' | 'domain';
  readonly keys: readonly string[];
}

export interface VisitSum {
  readonly site: string;
  readonly key: string;
  readonly count: number;
}

/** How many visitors came by a link: a number for each link and day, and nothing about them. */
export interface Traffic {
  /**
   * Counts visits for the live link that they came by, together with how far the logs were read. A referrer that names
   * only its site counts for the newest link from that host to that page. What fits no live link is counted in one
   * number for each day: nobody makes rows by inventing referrers.
   */
  add(visits: readonly Visits[], places?: readonly LogPlace[]): Promise<void>;
  /** Visits of all days by each of these mentions; those without are left out. */
  of(mentions: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** What brought most in those days, the most first. */
  top(
    query: Omit<CountQuery, 'name'>,
    by: TrafficKey,
    limit: number,
  ): Promise<readonly { readonly key: string; readonly count: number }[]>;
  /** One for each site and key that had any; the cost is that of their own visits, however many others there are. */
  sums(query: VisitQuery): Promise<readonly VisitSum[]>;
  /** The moment of the last line of a log that was counted; 0 when none was. */
  logPlace(site: string): Promise<number>;
}
