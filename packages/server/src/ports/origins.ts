/** A visit whose referrer named a site and no page of it. */
export interface OriginVisit {
  readonly site: string;
  /** Origin of the other site, as a URL with its final slash. */
  readonly origin: string;
  /** The page of ours that was visited, an absolute URL. */
  readonly target: string;
  /** Days since the epoch, UTC. A visit of a day before the last one that was counted does not count. */
  readonly day: number;
  /** Block of addresses that the visitor came from. Kept as a salted hash only, and only until three are counted. */
  readonly block: string;
  /** Fresh chance, for the hashes of a day that begins with this visit. */
  readonly salt: string;
  readonly at: number;
}

/** How many visits tell that a site links here, when their referrers do not tell which page of it does. */
export interface Origins {
  /**
   * Counts a visit. `isDue`: three blocks of addresses came in one day, and the site was not asked in the day before
   * `at`. Ten thousand origins a site are kept, and none for longer than two days.
   */
  count(visit: OriginVisit): Promise<{ readonly isDue: boolean }>;
  /**
   * The pages to look for at an origin that is due, at most twenty; the origin counts as asked from then on, whatever
   * becomes of the asking. Empty when it is not due (any more).
   */
  take(site: string, origin: string, at: number): Promise<readonly string[]>;
}
