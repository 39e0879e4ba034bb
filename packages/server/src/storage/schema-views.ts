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
