/** Visits of one day by one link. */
export interface TrafficTable {
  mention: string;
  /** Days since the epoch, UTC. */
  day: number;
  site: string;
  /** Of the mention, so that sums of pages and domains need not read it. */
  targetKey: string;
  domain: string;
  count: number;
}
