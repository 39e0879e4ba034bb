import type { Clock, Tables } from '../ports/index.ts';
import { createAudit, createTokens } from './access.ts';
import { createAvatars } from './avatars.ts';
import { createBacklinks } from './backlinks.ts';
import { createBlockLists } from './block-lists.ts';
import { createBudgets } from './budgets.ts';
import { createClientAccounts } from './client-accounts.ts';
import { createCounts } from './counts.ts';
import { createDeliveries } from './deliveries.ts';
import { createDeskSteps } from './desk-steps.ts';
import { createDontTell } from './dont-tell.ts';
import type { Doors } from './doors.ts';
import { createExpiry } from './expiry.ts';
import { createExports } from './exports.ts';
import { createForgotten } from './forgotten.ts';
import { createGuesses } from './guesses.ts';
import { createHubs } from './hubs.ts';
import { createImportRuns } from './import-runs.ts';
import { createImports } from './imports.ts';
import type { Intake } from './intake.ts';
import { createJobs } from './jobs.ts';
import { createLedger } from './ledger.ts';
import { createLinkingPages } from './linking-pages.ts';
import { createListings } from './listings.ts';
import type { MarkIndex } from './mark-index.ts';
import { createMembers } from './members.ts';
import { createMentions } from './mentions.ts';
import { createNotices } from './notices.ts';
import { createOrigins } from './origins.ts';
import { createOwners } from './owners.ts';
import { createPosts } from './posts.ts';
import { createRecipients } from './recipients.ts';
import { createRefusals } from './refusals.ts';
import { createReports } from './reports.ts';
import { createRules } from './rules.ts';
import { createSavedViews } from './saved-views.ts';
import { createSecrets } from './secrets.ts';
import { createSessionStore } from './sessions.ts';
import { createSites } from './sites.ts';
import { createSuppressions } from './suppressions.ts';
import { createTexts } from './texts.ts';
import { createTombstones } from './tombstones.ts';
import { createTraffic } from './traffic.ts';
import { createTurns } from './turns.ts';
import { createTwins } from './twins.ts';

/** All repositories over one pair of doors: the store's own, or those of one transaction. */
export function createTables(doors: Doors, clock: Clock, accept: Intake, marks: MarkIndex): Tables {
  return {
    mentions: createMentions(doors, accept, marks),
    backlinks: createBacklinks(doors),
    twins: createTwins(doors, marks),
    tombstones: createTombstones(doors),
    refusals: createRefusals(doors),
    jobs: createJobs(doors, clock),
    budgets: createBudgets(doors),
    clientAccounts: createClientAccounts(doors),
    guesses: createGuesses(doors),
    deliveries: createDeliveries(doors),
    posts: createPosts(doors),
    turns: createTurns(doors),
    dontTell: createDontTell(doors),
    listings: createListings(doors),
    hubs: createHubs(doors),
    origins: createOrigins(doors),
    sites: createSites(doors),
    rules: createRules(doors),
    texts: createTexts(doors),
    blockLists: createBlockLists(doors),
    forgotten: createForgotten(doors),
    imports: createImports(doors, marks),
    linkingPages: createLinkingPages(doors),
    importRuns: createImportRuns(doors),
    exports: createExports(doors),
    suppressions: createSuppressions(doors),
    expiry: createExpiry(doors),
    avatars: createAvatars(doors),
    owners: createOwners(doors),
    members: createMembers(doors),
    sessions: createSessionStore(doors),
    secrets: createSecrets(doors),
    tokens: createTokens(doors),
    audit: createAudit(doors),
    counts: createCounts(doors),
    traffic: createTraffic(doors, marks),
    ledger: createLedger(doors, marks),
    savedViews: createSavedViews(doors),
    deskSteps: createDeskSteps(doors),
    recipients: createRecipients(doors),
    notices: createNotices(doors),
    reports: createReports(doors),
  };
}
