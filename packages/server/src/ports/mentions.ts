import type { Entry, Facts, FoundLink, Kind, MatchLevel, Protocol } from '@hearback/protocol';
import type { SeenLink } from '../backlink.ts';
import type { LinkState, Mention, ModerationState, PublicMention, Refusal } from '../mention.ts';
import type { TraceStep } from '../trace.ts';

export interface NewMention {
  readonly id: string;
  readonly site: string;
  readonly source: string;
  readonly target: string;
  readonly sourceKey: string;
  readonly targetKey: string;
  readonly protocol: Protocol;
  readonly receivedAt: number;
  /** The verification job: its group, and when it may start. */
  readonly group: string;
  readonly verifyAfter: number;
  /** Address of who announced it, where it is that of a server; kept for thirty days. */
  readonly sender?: string | undefined;
}

export interface Accepted {
  /** The id of the stored mention: the new one, or the one that the pair had. */
  readonly id: string;
  readonly fresh: boolean;
  readonly isPublic: boolean;
}

/** What one verification learned; fields left out keep what was known. */
export interface LinkUpdate {
  readonly link: LinkState;
  readonly checkedAt: number;
  readonly lastSeenAt?: number;
  /** `null` clears it. */
  readonly missingSince?: number | null;
  readonly level?: MatchLevel;
  readonly links?: readonly FoundLink[];
  readonly entry?: Entry;
  readonly facts?: Facts;
  /** The passage around the link, as plain text. */
  readonly text?: string;
  /** Of the answer, where there was one. */
  readonly status?: number;
  /** What stood before the page, in a few words; nothing did unless told. */
  readonly outage?: string;
  /** For the ledger, of a page that had the link. */
  readonly seen?: SeenLink;
  /** When its page is looked at again (`null`: not at all), and how many looks since the last receipt or change that makes. */
  readonly recheck?: { readonly at: number | null; readonly looks: number };
}

/** What a look made of a mention that nobody had decided about. */
export interface Judgement {
  readonly to: ModerationState;
  readonly reasons: readonly string[];
  readonly step: TraceStep;
  /** The rule that decided. */
  readonly ruledBy?: string | undefined;
}

/** All conditions hold together. However many mentions there are, one page costs about the same. */
export interface MentionFilter {
  readonly site?: string;
  readonly link?: LinkState;
  /** Alone it leaves out pages that never had the link: they ask for no decision. */
  readonly moderation?: ModerationState;
  /** Exact identity of the page. */
  readonly targetKey?: string;
  /** Decided by this rule. */
  readonly ruledBy?: string;
  /** Without the pages that never had the link. */
  readonly isListed?: true;
  readonly kind?: Kind;
  readonly protocol?: Protocol;
  /** The source's host name or any name above it: `a.example` finds `b.a.example` too. */
  readonly domain?: string;
  /** Address of the author's page, or a whole name; the same as `authorKey` tells them apart. */
  readonly author?: string;
  /** Each of these words stands in the title, passage, link, author's name or addresses. Whole words, without case. */
  readonly words?: string;
  /** When it was received; both inclusive. */
  readonly from?: number;
  readonly to?: number;
  /** Newest first; continue after the last row of the page before. */
  readonly before?: MentionCursor;
  /** Only those that are newer than this row. */
  readonly after?: MentionCursor;
  readonly limit: number;
}

/** Public mentions only. Times are the moment of first publication (`publicAt`). */
export interface PublicQuery {
  /** Identities of pages; empty asks for all of `sites`. */
  readonly targetKeys: readonly string[];
  /** `all`: those that are configured or were added. */
  readonly sites: readonly string[] | 'all';
  /** Only of pages at these hosts, with their ports; of `sites` all the same. */
  readonly hosts?: readonly string[] | undefined;
  readonly kinds?: readonly string[];
  readonly since?: number | undefined;
  readonly sinceId?: number | undefined;
  /** Became public, or changed for its readers, at this moment or later. */
  readonly changedSince?: number | undefined;
  /** Only for `sortBy: 'created'`: those that come after the mention with this number, and then `total` is 0, not counted. */
  readonly after?: number;
  readonly sortBy: 'created' | 'updated' | 'published' | 'rsvp';
  readonly direction: 'up' | 'down';
  readonly limit: number;
  readonly offset: number;
}

/** A row of the list, which need not be there any more. */
export interface MentionCursor {
  readonly receivedAt: number;
  readonly id: string;
}

export interface Mentions {
  /**
   * Stores the mention and its verification job in one transaction and resolves after that transaction is on disk
   * (full sync). A pair that is there already keeps id, states and facts: only `lastReceivedAt`, `repeats` and the
   * protocols change, and a job is added when none waits, not sooner than ten minutes after the last check (a
   * repeated refback: never while the link is live, else a day after). Concurrent calls share a commit. Rejects only when nothing was stored.
   */
  accept(mention: NewMention): Promise<Accepted>;
  byId(id: string): Promise<Mention | undefined>;
  /** Those received in the same millisecond stand in any order, which stays. */
  list(filter: MentionFilter): Promise<readonly Mention[]>;
  /** How many the filter finds, counted up to `most`. */
  count(filter: Omit<MentionFilter, 'limit'>, most: number): Promise<number>;
  /** The passage of the source around the link; `''` when none was kept. */
  text(id: string): Promise<string>;
  /** Writes what a check learned, its steps, and what it changed of the link's history (see `Backlinks`). What readers see or miss from then on is kept (see `Tombstones`), and the site's build hook is due a minute later. Gives `publicId` when this makes the mention public (see `isPublic`) for the first time; sets `firstSeenAt` with the first `live`. With a judgement the mention is moderated as well, and that is one change and not two. */
  recordCheck(id: string, update: LinkUpdate, steps: readonly TraceStep[], judgement?: Judgement): Promise<void>;
  /** Adds a step to the trace and changes nothing else. Of an unknown id nothing is kept. */
  note(id: string, step: TraceStep): Promise<void>;
  /**
   * Sets the state and the reasons of one mention, and the rule that decided (none unless given); `undefined` for an unknown id. Same state again without reasons changes nothing but is traced.
   */
  moderate(
    id: string,
    to: ModerationState,
    reasons: readonly string[] | undefined,
    step: TraceStep,
    ruledBy?: string,
  ): Promise<Mention | undefined>;
  /**
   * Whether a public mention of this site, or of any without one, comes from a page at this host, named as in `URL.host`,
   * by http or https.
   */
  knowsHost(site: string | undefined, host: string): Promise<boolean>;
  published(query: PublicQuery): Promise<{ readonly rows: readonly PublicMention[]; readonly total: number }>;
  /** Public mentions of these pages by kind; answers to an invitation by what they say: `rsvp-yes`. */
  counts(targetKeys: readonly string[]): Promise<Readonly<Record<string, number>>>;
  /** How many mentions of a site are in each moderation state, absent ones left out. */
  tally(site: string | undefined): Promise<Readonly<Record<ModerationState, number>>>;
  /** Oldest first; the receipt and its repeats are the first step, with the time of the look that the last repeat waits for. Empty for an unknown id. */
  trace(id: string): Promise<readonly TraceStep[]>;
  /** The same without the receipt. */
  steps(id: string): Promise<readonly TraceStep[]>;
}

export interface Refusals {
  /**
   * Keeps the refusal, or counts a repeat of the same site, protocol, source, target and reason and answers its id. The
   * ring holds 10,000 a site for 30 days. Calls may be bundled; it resolves when the row is on disk.
   */
  add(refusal: Omit<Refusal, 'repeats'>): Promise<string>;
  byId(id: string): Promise<Refusal | undefined>;
  /** Newest first; `before` is the last of the part before, and what is repeated meanwhile moves to the top. */
  list(filter: {
    readonly site?: string;
    readonly before?: Pick<Refusal, 'at' | 'id'>;
    readonly limit: number;
  }): Promise<readonly Refusal[]>;
}
