import type { Entry, Facts, FoundLink, MatchLevel, Protocol } from '@hearback/protocol';

/**
 * What verification knows. `absent`: a first check found no link (never public, no second look). `live` becomes `lost`
 * only after two checks without the link at least an hour apart; an outage makes it `unreachable` and removes nothing.
 */
export const LINK_STATES = ['unverified', 'live', 'absent', 'unreachable', 'lost'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** What the owner, or a rule of the owner's, decided. Nothing that a stranger sends changes it. */
export const MODERATION_STATES = ['pending', 'approved', 'rejected', 'spam'] as const;
export type ModerationState = (typeof MODERATION_STATES)[number];

/**
 * How a mention stood at the place that it was brought from. `approved`: it was public there. `pending`: it waited for a
 * decision. `named`: nobody says that it was a mention, only that there is such a link.
 */
export const BROUGHT_AS = ['approved', 'pending', 'named'] as const;
export type BroughtAs = (typeof BROUGHT_AS)[number];

/** What is stored for one source–target pair. All times are milliseconds since the epoch, UTC. */
export interface Mention {
  readonly id: string;
  readonly site: string;
  /** As the sender gave them. */
  readonly source: string;
  readonly target: string;
  /** The pair's identity; unique together with `site`. */
  readonly sourceKey: string;
  readonly targetKey: string;
  /** Every protocol that announced the pair, the first one first. */
  readonly protocols: readonly Protocol[];
  readonly link: LinkState;
  readonly moderation: ModerationState;
  readonly receivedAt: number;
  /** The last time it was announced again, and how often. */
  readonly lastReceivedAt: number;
  readonly repeats: number;
  readonly checkedAt: number | undefined;
  readonly firstSeenAt: number | undefined;
  readonly lastSeenAt: number | undefined;
  /** When the first of possibly two checks in a row found the link missing. */
  readonly missingSince: number | undefined;
  /** Number that clients poll by; given when the mention first becomes public, never reused. */
  readonly publicId: number | undefined;
  readonly publicAt: number | undefined;
  /** When it last came to look different to its readers. */
  readonly changedAt: number;
  readonly level: MatchLevel | undefined;
  /** The matching links of the last successful check. */
  readonly links: readonly FoundLink[];
  readonly entry: Entry | undefined;
  readonly facts: Facts | undefined;
  /** Why it was held, approved or called spam, in sentences. */
  readonly reasons: readonly string[];
  /** Address of who announced it first, kept for thirty days; `undefined` afterwards, and for visitors. */
  readonly sender: string | undefined;
  /** The rule that decided its state; `undefined` when the owner or the judge did. */
  readonly ruledBy: string | undefined;
  /** How it stood at the place that it was brought from; `undefined` for what was announced here. */
  readonly broughtAs?: BroughtAs | undefined;
}

/** What readers see of one that is public, before it is made harmless. */
export type PublicMention = Pick<
  Mention,
  | 'id'
  | 'site'
  | 'source'
  | 'target'
  | 'protocols'
  | 'publicId'
  | 'publicAt'
  | 'changedAt'
  | 'receivedAt'
  | 'links'
  | 'entry'
  | 'facts'
>;

/** Approved by the owner, verified at least once, and the link is there or its page is merely out of reach. */
export function isPublic(mention: Pick<Mention, 'link' | 'moderation' | 'firstSeenAt'>): boolean {
  return (
    mention.moderation === 'approved' &&
    mention.firstSeenAt !== undefined &&
    (mention.link === 'live' || mention.link === 'unreachable')
  );
}

/** What screening turned away: kept in a bounded ring, repeats only counted. */
export interface Refusal {
  readonly id: string;
  readonly site: string;
  readonly protocol: Protocol;
  readonly source: string;
  readonly target: string;
  readonly reason: string;
  readonly at: number;
  readonly repeats: number;
}
