export type { Audit, Tokens } from './access.ts';
export type { Avatar, Avatars, PictureMaker } from './avatars.ts';
export type { Backlinks, Known } from './backlinks.ts';
export type { Allowance, Budgets, Entered, Waiting } from './budgets.ts';
export type { Channel, Letter, SendOutcome, Telling } from './channel.ts';
export type { Admission, ClientAccounts } from './client-accounts.ts';
export type { CountQuery, Counts } from './counts.ts';
export type { Deliveries, DeliveryFilter, DeliveryUpdate, Posts } from './deliveries.ts';
export type { DeskStep, DeskSteps } from './desk-steps.ts';
export type { DontTell } from './dont-tell.ts';
export type { Elapsed } from './elapsed.ts';
export type { Expiry, StepPlace } from './expiry.ts';
export type { ExportPlace, ExportQuery, Exports } from './exports.ts';
export type { Folder, FolderFile } from './folder.ts';
export type { Erased, Whom } from './forget.ts';
export type { Guesser, Guesses, GuessHeard } from './guesses.ts';
export type { ImportRuns, RunProgress } from './import-runs.ts';
export type { BroughtMention, Imports, LineUp, Pair } from './imports.ts';
export type { Jobs } from './jobs.ts';
export type { BlockLists, Forgotten, KnownText, Texts } from './judging.ts';
export type {
  ChangedLink,
  ChangeFilter,
  DayRange,
  Ledger,
  LedgerFilter,
  LedgerPage,
  LedgerRow,
  LinkSum,
  SumQuery,
} from './ledger.ts';
export { LINK_RELS, SEEN_STATES } from './ledger.ts';
export type { LinkingPage, LinkingPages, Searched, SearchedPage } from './linking-pages.ts';
export type { Hubs, KnownListing, Listings, Subscription, WatchedPage } from './listings.ts';
export type {
  Accepted,
  Judgement,
  LinkUpdate,
  MentionCursor,
  MentionFilter,
  Mentions,
  NewMention,
  PublicQuery,
  Refusals,
} from './mentions.ts';
export type { NoticeChange, Notices, Recipients } from './notices.ts';
export type { Origins, OriginVisit } from './origins.ts';
export type { Members, Owners, SessionStore, SetUpOffer } from './owners.ts';
export type { Fetched, PageReader, Read, Readings, Wanted } from './pages.ts';
export type { Reports } from './reports.ts';
export type { SavedView, SavedViews } from './saved-views.ts';
export type { Secrets } from './secrets.ts';
export type { ConfiguredSite, PageSwitches, Rules, SiteSwitches, Sites } from './sites.ts';
export type { Spool } from './spool.ts';
export type { Store, Tables } from './store.ts';
export type { SuppressedKind, Suppression, Suppressions, Wish } from './suppressions.ts';
export { SUPPRESSED_KINDS, WISHES } from './suppressions.ts';
export type { Clock, Random } from './time.ts';
export type { Toll } from './toll.ts';
export type { Tombstone, Tombstones } from './tombstones.ts';
export type { LogPlace, Traffic, VisitSum, Visits } from './traffic.ts';
export type { Turn, Turns } from './turns.ts';
export type { Joining, Twins } from './twins.ts';
export type { Wakeups } from './wakeups.ts';
