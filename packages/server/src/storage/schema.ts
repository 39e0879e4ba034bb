import type { Kysely } from 'kysely';
import type {
  ApiTokenTable,
  AuditTable,
  MembershipTable,
  OwnerTable,
  SessionTable,
  SetUpTable,
} from './schema-access.ts';
import type {
  BlockEntryTable,
  BlockListTable,
  ForgottenTable,
  TextKeyTable,
  TextSketchTable,
} from './schema-judging.ts';
import type { NoticeTable, RecipientTable } from './schema-notices.ts';
import type { AvatarTable } from './schema-showing.ts';
import type { DeliveryTable, DontTellTable, ExchangeTable, TurnTable } from './schema-telling.ts';
import type { HubTable, ListingTable, WatchedPageTable } from './schema-watching.ts';

// Column names are those of the entities, so that a row is nearly its entity: Kysely's renaming plugin walks every row
// of every reply. Times are milliseconds, flags are 0 and 1, lists and records are JSON text, in both databases.

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
}

/** The passage of the source around the link, for the owner to read. */
interface MentionTextTable {
  mention: string;
  text: string;
}

/** What was decided at once, so that it can be taken back. */
interface DeskStepTable {
  id: string;
  at: number;
  /** The rule that was made with it. */
  rule: string | null;
  /** Ids of the mentions that it changed, as JSON. */
  mentions: string;
}

/** A mention that was joined to another one, and which. */
interface JoinedMentionTable {
  id: string;
  stays: string;
  /** The pair that is the other one's now. */
  site: string;
  targetKey: string;
  sourceKey: string;
  joinedAt: number;
}

/** A mention that readers saw once. The source is `''` when it was forgotten. */
interface TombstoneTable {
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

interface TraceStepTable {
  subject: string;
  place: number;
  at: number;
  step: string;
  outcome: string;
  reason: string;
}

export interface JobTable {
  id: number;
  kind: string;
  subject: string;
  groupName: string;
  startAfter: number;
  attempts: number;
  leasedUntil: number | null;
  /** How often a lease ran out since the last time a worker gave the job back. */
  lostLeases: number;
  /** Number of the last claim; never set back. */
  lease: number;
  /** Set when the job was enqueued again while it ran: then it stays when it is finished. */
  againAt: number | null;
}

/** One row for each group that has a job: claiming reads the heads of the lines, however long the lines are. */
interface JobGroupTable {
  kind: string;
  name: string;
  /** When its first job may start, or when the lease of the one that runs is over. */
  readyAt: number;
  leasedJob: string | null;
}

interface DeadJobTable {
  kind: string;
  subject: string;
  groupName: string;
  attempts: number;
  reason: string;
  at: number;
}

interface PostTable {
  site: string;
  url: string;
  firstSeenAt: number;
  sentAt: number | null;
  title: string | null;
  excerpt: string | null;
}

interface VisitTable {
  victim: string;
  /** Milliseconds on the store's own count, like the two below. */
  at: number;
  ticket: number;
  openUntil: number;
  keepUntil: number;
}

interface PausedVictimTable {
  victim: string;
  until: number;
}

export interface OriginTable {
  site: string;
  origin: string;
  /** Place in the site's ring. */
  place: number;
  day: number;
  salt: string;
  /** JSON: hashes of the blocks of addresses that were counted that day. */
  visitors: string;
  /** JSON: the pages visited from there. */
  targets: string;
  countedAt: number;
  askedAt: number | null;
}

export interface SiteTable {
  id: string;
  url: string;
  name: string;
  feed: string | null;
  sitemap: string | null;
  receive: number;
  send: number;
  announce: number;
  /** The desk's switches; null until they were used. */
  deskReceive: number | null;
  deskSend: number | null;
  deskAnnounce: number | null;
  /** Folder in which the site is built. */
  folder: string | null;
  /** JSON: which of its links are told. */
  links: string | null;
  deskLinks: string | null;
  /** JSON: those of its settings that the configuration gives, and those of the desk. */
  settings: string | null;
  deskSettings: string | null;
  /** Names of the switches that the configuration gives, joined by commas: there the desk has no say. */
  fixed: string | null;
  /** Whether pictures of authors are kept; null for the usual, which is yes. */
  avatars: number | null;
  deskAvatars: number | null;
  /** JSON: whom to tell that it is to be built, and what came of the last time. */
  buildHook: string | null;
  deskBuildHook: string | null;
  buildSaid: string | null;
}

export interface OwnPageTable {
  site: string;
  key: string;
  url: string;
  title: string;
  gone: number;
  receive: number | null;
  send: number | null;
  /** When it appeared, as the listings tell; the earliest that was heard. */
  published: number | null;
}

export interface RuleTable {
  id: string;
  site: string;
  action: string;
  scope: string;
  value: string;
  createdAt: number;
  /** 1: links of whom it allows are shown without nofollow. */
  follow: number;
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

interface SecretTable {
  name: string;
  value: string;
}

interface CounterTable {
  name: string;
  value: number;
}

export interface Schema {
  mention: MentionTable;
  mentionText: MentionTextTable;
  deskStep: DeskStepTable;
  joinedMention: JoinedMentionTable;
  tombstone: TombstoneTable;
  refusal: RefusalTable;
  traceStep: TraceStepTable;
  job: JobTable;
  jobGroup: JobGroupTable;
  deadJob: DeadJobTable;
  delivery: DeliveryTable;
  exchange: ExchangeTable;
  dontTell: DontTellTable;
  post: PostTable;
  listing: ListingTable;
  watchedPage: WatchedPageTable;
  hub: HubTable;
  turn: TurnTable;
  visit: VisitTable;
  pausedVictim: PausedVictimTable;
  origin: OriginTable;
  site: SiteTable;
  ownPage: OwnPageTable;
  rule: RuleTable;
  textSketch: TextSketchTable;
  textKey: TextKeyTable;
  blockList: BlockListTable;
  blockEntry: BlockEntryTable;
  forgotten: ForgottenTable;
  avatar: AvatarTable;
  owner: OwnerTable;
  session: SessionTable;
  setUp: SetUpTable;
  membership: MembershipTable;
  dailyCount: DailyCountTable;
  secret: SecretTable;
  apiToken: ApiTokenTable;
  audit: AuditTable;
  recipient: RecipientTable;
  notice: NoticeTable;
  counter: CounterTable;
}

export type Database = Kysely<Schema>;
