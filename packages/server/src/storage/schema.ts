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
import type { BacklinkTable, LinkChangeTable, ReportTable } from './schema-ledger.ts';
import type { ClientAccountTable, GuessTable, PausedVictimTable, VisitTable } from './schema-limits.ts';
import type {
  DailyCountTable,
  DeskStepTable,
  JoinedMentionTable,
  MentionTable,
  MentionTextTable,
  RefusalTable,
  TombstoneTable,
  TraceStepTable,
} from './schema-mentions.ts';
import type {
  BroughtTable,
  ImportMarkTable,
  ImportRunTable,
  ImportSkipTable,
  LinkingPageTable,
  SuppressionTable,
} from './schema-moving.ts';
import type { NoticeTable, RecipientTable } from './schema-notices.ts';
import type { DeadJobTable, JobGroupTable, JobTable } from './schema-queue.ts';
import type { AvatarTable } from './schema-showing.ts';
import type { OwnPageTable, PostTable, RemovedSiteTable, RuleTable, SiteTable } from './schema-sites.ts';
import type { DeliveryTable, DontTellTable, ExchangeTable, TurnTable } from './schema-telling.ts';
import type { LinkSumTable, SavedViewTable, TrafficTable } from './schema-views.ts';
import type { HubTable, ListingTable, WatchedPageTable } from './schema-watching.ts';

// Column names are those of the entities, so that a row is nearly its entity: Kysely's renaming plugin walks every row
// of every reply. Times are milliseconds, flags are 0 and 1, lists and records are JSON text, in both databases.

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
  backlink: BacklinkTable;
  linkChange: LinkChangeTable;
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
  clientAccount: ClientAccountTable;
  guess: GuessTable;
  origin: OriginTable;
  site: SiteTable;
  removedSite: RemovedSiteTable;
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
  traffic: TrafficTable;
  linkSum: LinkSumTable;
  savedView: SavedViewTable;
  apiToken: ApiTokenTable;
  audit: AuditTable;
  recipient: RecipientTable;
  notice: NoticeTable;
  report: ReportTable;
  counter: CounterTable;
  brought: BroughtTable;
  linkingPage: LinkingPageTable;
  importMark: ImportMarkTable;
  importRun: ImportRunTable;
  importSkip: ImportSkipTable;
  suppression: SuppressionTable;
}

export type Database = Kysely<Schema>;
