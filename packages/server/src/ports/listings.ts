/** The listing of a site that is watched, as it was last looked at. */
export interface KnownListing {
  readonly site: string;
  readonly address: string;
  /** What it turned out to be. */
  readonly kind: 'feed' | 'sitemap' | 'folder';
  /** What was asked of the past then: `all`, a date, or `''`. */
  readonly since: string;
  /** When to look again. */
  readonly lookAt: number;
  /** How it was answered, for whoever looks next to know whether it changed; `undefined` when that is to be read anyway. */
  readonly answer: string | undefined;
}

/** A page of the listing, as it was when it was last told of. */
export interface WatchedPage {
  /** Name of the page, whatever its scheme; see `postUrl`. */
  readonly key: string;
  /** Where it is: as listed, or where that leads. */
  readonly url: string;
  readonly mark: string | undefined;
  /** The fingerprint that the file of it has, where there are files. */
  readonly version: string | undefined;
  /** It was in the listing at the last look. */
  readonly listed: boolean;
  /** When it is to be announced, or, once it left, to be asked whether it is gone; `undefined`: nothing is to be done. */
  readonly dueAt: number | undefined;
  /** How often that came to nothing. */
  readonly tries: number;
}

export interface Listings {
  /** `undefined` before the first look at any listing of the site. */
  known(site: string): Promise<KnownListing | undefined>;
  /** Adds or replaces it. */
  remember(listing: KnownListing): Promise<void>;
  /**
   * The next look comes at that time; of a listing that was never looked at nothing is changed. Pages of it that could not
   * be announced so far are tried then, and not later; that try does not count.
   */
  hurry(site: string, lookAt: number): Promise<void>;
  /** In the order of their keys, from the one after `after` on. */
  pages(site: string, after: string, limit: number): Promise<readonly WatchedPage[]>;
  /** Those that are due, the longest due first. */
  due(site: string, now: number, limit: number): Promise<readonly WatchedPage[]>;
  nextDue(site: string): Promise<number | undefined>;
  /** Adds or replaces them, all or none. */
  save(site: string, pages: readonly WatchedPage[]): Promise<void>;
}

/** A subscription to the changes of a site's feed (WebSub). */
export interface Subscription {
  readonly site: string;
  /** Not to be guessed: the last segment of the callback's path. */
  readonly id: string;
  readonly hub: string;
  readonly topic: string;
  /** Key of the signatures. */
  readonly secret: string;
  /** `asked`: the hub has not confirmed yet. `leaving`: it was asked to end it. */
  readonly state: 'asked' | 'active' | 'denied' | 'leaving';
  /** When the state began; of an active one when it was confirmed. */
  readonly since: number;
  /** When the hub forgets it; `undefined` until it was confirmed. */
  readonly until: number | undefined;
}

export interface Hubs {
  /** At most one a site. */
  bySite(site: string): Promise<Subscription | undefined>;
  byId(id: string): Promise<Subscription | undefined>;
  /** Adds it, or replaces the site's other one. */
  save(subscription: Subscription): Promise<void>;
  remove(site: string): Promise<void>;
}
