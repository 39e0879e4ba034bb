import type { HttpFailureKind, LinkPlace, WallKind } from '@hearback/protocol';
import type { LinkState, ModerationState } from './mention.ts';

/** Who forbids that a page is found by search engines; `unknown` for what an older version kept. */
export const NOINDEX = ['meta', 'header', 'both', 'unknown'] as const;
export type Noindex = (typeof NOINDEX)[number];

/** Why a page could not be read: nobody answered, or it was a wall, a status, no page, or more than its reader survived. */
export type Outage = HttpFailureKind | WallKind | 'status' | 'no-page' | 'unreadable' | 'unknown';

/** What is known of one link that was seen at least once. Times are milliseconds since the epoch, UTC. */
export interface Backlink {
  /** Id of its mention. */
  readonly mention: string;
  readonly link: LinkState;
  readonly moderation: ModerationState;
  /** When the first of possibly two checks in a row found it missing. */
  readonly missingSince: number | undefined;
  /**
   * What stood before the page at the last check: an `Outage`, and after a space whose it was or which status;
   * `''` when it could be read.
   */
  readonly outage: string;
  /** Of the best of the links that the page has to the target (`bestLink`). */
  readonly anchor: string;
  readonly rel: readonly string[];
  /** `''` where it is not known. */
  readonly place: LinkPlace | '';
  /** How many links to the target the page has. */
  readonly links: number;
  /** Neither the link nor its page asks robots not to follow it. */
  readonly isFollowed: boolean;
  /** Of the last answer that came. */
  readonly status: number;
  readonly finalUrl: string;
  /** Every address that was asked, the source first; empty where it is not known. */
  readonly chain: readonly string[];
  /** Absolute URL or `''`. */
  readonly canonical: string;
  readonly noindex: Noindex | '';
  /** What the page tells robots, joined by `, `. */
  readonly robots: string;
  /** BCP 47 tag or `''`. */
  readonly language: string;
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly checkedAt: number;
  /** When its page is looked at again without anybody asking; `undefined` when it is not. */
  readonly recheckAt: number | undefined;
}

/** What a reading that had the link says of it. */
export interface SeenLink
  extends Pick<
    Backlink,
    | 'anchor'
    | 'rel'
    | 'place'
    | 'links'
    | 'isFollowed'
    | 'finalUrl'
    | 'chain'
    | 'canonical'
    | 'noindex'
    | 'robots'
    | 'language'
  > {
  /** As the server sent them; `''` for those that it did not. */
  readonly entityTag: string;
  readonly lastModified: string;
}
