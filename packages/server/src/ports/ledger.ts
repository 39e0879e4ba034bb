import type { Kind, LinkPlace, Protocol } from '@hearback/protocol';
import type { Backlink } from '../backlink.ts';
import type { LinkChange, LinkChangeKind } from '../link-change.ts';
import type { Mention, ModerationState } from '../mention.ts';

/** Days since the epoch (UTC), both counted; an end that is left out is open. */
export interface DayRange {
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

export const LINK_RELS = ['followed', 'unfollowed', 'nofollow', 'ugc', 'sponsored'] as const;
/** `present`: live, or on a page that is merely out of reach. */
export const SEEN_STATES = ['present', 'live', 'unreachable', 'lost'] as const;

/** All conditions hold together. Only links that were seen at least once are found. */
export interface LedgerFilter {
  readonly site?: string | undefined;
  readonly targetKey?: string | undefined;
  /** The source's host name or any name above it. */
  readonly domain?: string | undefined;
  readonly state?: (typeof SEEN_STATES)[number] | undefined;
  /** Left out: what is approved or waits. */
  readonly decision?: ModerationState | 'any' | undefined;
  readonly rel?: (typeof LINK_RELS)[number] | undefined;
  readonly place?: LinkPlace | undefined;
  readonly indexing?: 'noindex' | 'indexable' | undefined;
  readonly kind?: Kind | undefined;
  readonly protocol?: Protocol | undefined;
  readonly words?: string | undefined;
  readonly firstSeen?: DayRange | undefined;
  readonly lastSeen?: DayRange | undefined;
  /** Of lost links: the day since which they are missing. */
  readonly lost?: DayRange | undefined;
}

/** A link of the table. */
export interface LedgerRow {
  /** Its place in the table, which stays: later links stand above it. */
  readonly place: number;
  readonly mention: Mention;
  readonly backlink: Backlink;
  /** How many visitors came by it. */
  readonly visits: number;
}

export interface LedgerPage {
  /** Continue behind this place, in the same order. */
  readonly after?: number | undefined;
  readonly oldestFirst?: boolean;
  readonly limit: number;
}

/** What one page of ours, or one domain elsewhere, comes to. Links that are spam or rejected are not in it. */
export interface LinkSum {
  readonly site: string;
  /** Identity of the page, or the domain. */
  readonly key: string;
  readonly links: number;
  /** There, or on a page that is merely out of reach. */
  readonly live: number;
  readonly lost: number;
  readonly followed: number;
  /** When the first and the newest of them were first seen; 0 for a domain that never linked here. */
  readonly firstAt: number;
  readonly lastAt: number;
  /** Of a domain: how many links of ours lead there, the first and the newest of them. */
  readonly told: number;
  readonly toldFirstAt: number;
  readonly toldLastAt: number;
}

export interface SumQuery {
  /** Left out: all sites. */
  readonly site?: string | undefined;
  readonly what: 'page' | 'domain';
  /** The most of them first; those without any are left out. */
  readonly by: 'live' | 'told';
  /** Only domains that link here and are linked to. */
  readonly mutual?: boolean;
  readonly after?: { readonly count: number; readonly key: string; readonly site: string } | undefined;
  readonly limit: number;
}

/** All conditions hold together; only links that are approved or wait are found. */
export interface ChangeFilter {
  readonly site?: string | undefined;
  /** Moments: the first that counts, and the first that does not any more. */
  readonly from: number;
  readonly to: number;
  readonly kinds?: readonly LinkChangeKind[] | undefined;
  /** The registrable domain of the source. */
  readonly domain?: string | undefined;
  readonly targetKey?: string | undefined;
}

/** A change, and the link as it is now. */
export interface ChangedLink {
  /** Its place among the changes of its link. */
  readonly place: number;
  readonly change: LinkChange;
  readonly mention: Mention;
}

/** The ledger as tables: every page of one costs about the same, however many links there are. */
export interface Ledger {
  /** In the order in which the links were announced, the newest first unless told. */
  list(filter: LedgerFilter, page: LedgerPage): Promise<readonly LedgerRow[]>;
  /** How many the filter finds, counted up to `most`. */
  count(filter: LedgerFilter, most: number): Promise<number>;
  sums(query: SumQuery): Promise<readonly LinkSum[]>;
  /** What happened to links, the last first; `after` is the last of the page before. */
  changes(
    filter: ChangeFilter,
    page: { readonly after?: Pick<ChangedLink, 'place' | 'change'> | undefined; readonly limit: number },
  ): Promise<readonly ChangedLink[]>;
  /** How many changes of each kind there were; kinds without any are left out. */
  changeCounts(filter: ChangeFilter): Promise<ReadonlyMap<LinkChangeKind, number>>;
  /** The domains or pages with most of these changes, the most first. */
  topChanges(
    filter: ChangeFilter,
    by: 'domain' | 'targetKey',
    limit: number,
  ): Promise<readonly { readonly key: string; readonly count: number }[]>;
}
