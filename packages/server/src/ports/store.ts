import type { Audit, Tokens } from './access.ts';
import type { Avatars } from './avatars.ts';
import type { Backlinks } from './backlinks.ts';
import type { Budgets } from './budgets.ts';
import type { ClientAccounts } from './client-accounts.ts';
import type { Counts } from './counts.ts';
import type { Deliveries, Posts } from './deliveries.ts';
import type { DeskSteps } from './desk-steps.ts';
import type { DontTell } from './dont-tell.ts';
import type { Expiry } from './expiry.ts';
import type { Exports } from './exports.ts';
import type { Erased, Whom } from './forget.ts';
import type { Guesses } from './guesses.ts';
import type { ImportRuns } from './import-runs.ts';
import type { Imports } from './imports.ts';
import type { Jobs } from './jobs.ts';
import type { BlockLists, Forgotten, Texts } from './judging.ts';
import type { Ledger } from './ledger.ts';
import type { LinkingPages } from './linking-pages.ts';
import type { Hubs, Listings } from './listings.ts';
import type { Mentions, Refusals } from './mentions.ts';
import type { Notices, Recipients } from './notices.ts';
import type { Origins } from './origins.ts';
import type { Members, Owners, SessionStore } from './owners.ts';
import type { Reports } from './reports.ts';
import type { SavedViews } from './saved-views.ts';
import type { Secrets } from './secrets.ts';
import type { Rules, Sites } from './sites.ts';
import type { Suppressions } from './suppressions.ts';
import type { Tombstones } from './tombstones.ts';
import type { Traffic } from './traffic.ts';
import type { Turns } from './turns.ts';
import type { Twins } from './twins.ts';
import type { Wakeups } from './wakeups.ts';

/** The tables, grouped by what they are about. Every method is one transaction unless called inside `Store.transaction`. */
export interface Tables {
  readonly mentions: Mentions;
  readonly backlinks: Backlinks;
  readonly twins: Twins;
  readonly tombstones: Tombstones;
  readonly refusals: Refusals;
  readonly jobs: Jobs;
  readonly budgets: Budgets;
  readonly clientAccounts: ClientAccounts;
  readonly guesses: Guesses;
  readonly deliveries: Deliveries;
  readonly posts: Posts;
  readonly turns: Turns;
  readonly dontTell: DontTell;
  readonly listings: Listings;
  readonly hubs: Hubs;
  readonly origins: Origins;
  readonly sites: Sites;
  readonly rules: Rules;
  readonly texts: Texts;
  readonly blockLists: BlockLists;
  readonly forgotten: Forgotten;
  readonly imports: Imports;
  readonly linkingPages: LinkingPages;
  readonly importRuns: ImportRuns;
  readonly exports: Exports;
  readonly suppressions: Suppressions;
  readonly expiry: Expiry;
  readonly avatars: Avatars;
  readonly owners: Owners;
  readonly members: Members;
  readonly sessions: SessionStore;
  readonly secrets: Secrets;
  readonly tokens: Tokens;
  readonly audit: Audit;
  readonly counts: Counts;
  readonly traffic: Traffic;
  readonly ledger: Ledger;
  readonly savedViews: SavedViews;
  readonly deskSteps: DeskSteps;
  readonly recipients: Recipients;
  readonly notices: Notices;
  readonly reports: Reports;
}

export interface Store extends Tables {
  readonly wakeups: Wakeups;
  /**
   * All or nothing. Never await the network inside: others wait. A database with many writers may begin `work` anew when
   * another transaction came in its way, so it changes nothing but tables that it could not change twice. Write through the tables given to `work` only: a write
   * of the store itself would wait for this transaction to end. `Mentions.accept` is not for use in here.
   */
  transaction<T>(work: (tables: Tables) => Promise<T>): Promise<T>;
  /**
   * Deletes for good what was received from somebody or tells of them: mentions with their traces, refusals, what was
   * told to them. It is overwritten, in the log of the database too; what the owner decided about them stays.
   */
  forget(whom: Whom): Promise<Erased>;
  /** Rejects when the store cannot be written. */
  check(): Promise<void>;
  /** Finishes what was begun; later calls reject. Calling twice is fine. */
  close(): Promise<void>;
}
