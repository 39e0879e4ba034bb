export interface MentionTable {
  id: string;
  site: string;
  source: string;
  target: string;
  sourceKey: string;
  targetKey: string;
  /** Names joined by commas, the first announcement first. */
  protocols: string;
  link: string;
  moderation: string;
  receivedAt: number;
  lastReceivedAt: number;
  repeats: number;
  checkedAt: number | null;
  firstSeenAt: number | null;
  lastSeenAt: number | null;
  missingSince: number | null;
  publicId: number | null;
  publicAt: number | null;
  level: string | null;
  links: string;
  entry: string | null;
  facts: string | null;
  reasons: string;
  /** What follows is derived from the columns above at every write, for indexes and sorting. */
  isPublic: number;
  kind: string;
  updatedAt: number;
  publishedAt: number | null;
  /** What an invitation is answered with. */
  rsvp: string | null;
  /** Identity of the page that the last reading was of, redirects followed. */
  finalKey: string | null;
  /** Address that announced it first, for thirty days. */
  sender: string | null;
  /** The rule that decided; null when the owner or the judge did. */
  ruledBy: string | null;
  /** Where it stands in the index of marks; null until it was looked at or decided about. */
  place: number | null;
  /** From when on it may be looked at, until it stands in the queue; null when no notification waits for that. */
  lookAt: number | null;
  /** The group of that job. */
  lookGroup: string | null;
  /** How it stood at the place that it was brought from; null for what was announced here. */
  broughtAs: string | null;
  /** When its page is looked at again without anybody asking; null when it is not. */
  recheckAt: number | null;
  /** Such looks since the last receipt or change of the link. */
  looks: number;
}

/** The passage of the source around the link, for the owner to read. */
export interface MentionTextTable {
  mention: string;
  text: string;
}

/** What was decided at once, so that it can be taken back. */
export interface DeskStepTable {
  id: string;
  at: number;
  /** The rule that was made with it. */
  rule: string | null;
  /** Ids of the mentions that it changed, as JSON. */
  mentions: string;
}

/** A mention that was joined to another one, and which. */
export interface JoinedMentionTable {
  id: string;
  stays: string;
  /** The pair that is the other one's now. */
  site: string;
  targetKey: string;
  sourceKey: string;
  joinedAt: number;
}

/** A mention that readers saw once. The source is `''` when it was forgotten. */
export interface TombstoneTable {
  publicId: number;
  site: string;
  source: string;
  target: string;
  targetKey: string;
  deletedAt: number;
}

export interface RefusalTable {
  id: string;
  site: string;
  /** Place in the site's ring. */
  place: number;
  protocol: string;
  source: string;
  target: string;
  reason: string;
  at: number;
  repeats: number;
}

export interface TraceStepTable {
  subject: string;
  place: number;
  at: number;
  step: string;
  outcome: string;
  reason: string;
}

export interface DailyCountTable {
  site: string;
  /** What is counted; see the port. */
  name: string;
  /** Days since the epoch, UTC. */
  day: number;
  key: string;
  count: number;
}
