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

/** Visits of one day by a link that nobody has looked at yet. They are counted among the others until somebody has. */
export interface AwaitedVisitTable {
  mention: string;
  day: number;
  count: number;
}

/** See `LinkSum`. */
export interface LinkSumTable {
  site: string;
  /** `page` or `domain`. */
  what: string;
  key: string;
  links: number;
  live: number;
  lost: number;
  followed: number;
  firstAt: number;
  lastAt: number;
  told: number;
  toldFirstAt: number;
  toldLastAt: number;
}

/** A filter of the table that a person gave a name. */
export interface SavedViewTable {
  id: string;
  owner: string;
  /** `''` for all sites. */
  site: string;
  name: string;
  /** As in the address of the table. */
  query: string;
}
