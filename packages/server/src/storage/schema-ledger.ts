/** What is known of a link that was seen at least once. What stands in the mention too is a copy, written with it. */
export interface BacklinkTable {
  mention: string;
  site: string;
  targetKey: string;
  /** The registrable domain of the source. */
  domain: string;
  link: string;
  moderation: string;
  missingSince: number | null;
  /** What stood before the page at the last check; `''` when it could be read. */
  outage: string;
  anchor: string;
  /** Tokens joined by spaces. */
  rel: string;
  /** 1: neither the link nor its page asks robots not to follow it. */
  followed: number;
  /** `''` where it is not known. */
  place: string;
  /** How many links to the target the page has. */
  links: number;
  status: number;
  finalUrl: string;
  /** JSON: every address that was asked, the source first; `[]` where it is not known. */
  chain: string;
  canonical: string;
  /** Who forbids indexing: `meta`, `header`, `both`, `unknown`; `''` for nobody. */
  noindex: string;
  /** What the page tells robots, joined by `, `. */
  robots: string;
  language: string;
  firstSeenAt: number;
  lastSeenAt: number;
  checkedAt: number;
  /** When its last change was seen. */
  changedAt: number;
  /** Of the last reading that had the link, for asking whether the page changed. */
  entityTag: string;
  lastModified: string;
}

/** Never overwritten. */
export interface LinkChangeTable {
  mention: string;
  /** Counted from 1 for each mention. */
  place: number;
  site: string;
  domain: string;
  at: number;
  /** Days since the epoch, UTC. */
  day: number;
  kind: string;
  was: string;
  became: string;
  /** The check that saw it: place of its step in the trace. Null for what an older version kept. */
  step: number | null;
}

/** See `ReportedUntil`. */
export interface ReportTable {
  site: string;
  every: string;
  until: number;
}
