import { afterEach, beforeEach, describe } from 'vitest';
import { describeAccept } from './accept.ts';
import { describeBacklinks } from './backlinks.ts';
import { describeBudgets } from './budgets.ts';
import { describeCounts } from './counts.ts';
import { describeDeliveries } from './deliveries.ts';
import { describeExpiry } from './expiry.ts';
import { describeGuesses } from './guesses.ts';
import { describeImportRuns } from './import-runs.ts';
import { describeJobs } from './jobs.ts';
import { describeLedger } from './ledger.ts';
import { describeLinkingPages } from './linking-pages.ts';
import { describeListed } from './listed.ts';
import { describeListings } from './listings.ts';
import { describeMembers } from './members.ts';
import { describeMentions } from './mentions.ts';
import { describeNotices } from './notices.ts';
import { fakeClock, type Open, type Opened } from './opened.ts';
import { describeOrigins } from './origins.ts';
import { describeOwners } from './owners.ts';
import { describePublished } from './published.ts';
import { describeRefusals } from './refusals.ts';
import { describeSites } from './sites.ts';
import { describeTombstones } from './tombstones.ts';
import { describeTransaction } from './transaction.ts';
import { describeTurns } from './turns.ts';
import { describeTurnsOfSites } from './turns-of-sites.ts';
import { describeTwins } from './twins.ts';

/** What every database must do. `open` makes a fresh, empty one for each test. */
export function describeStore(name: string, open: Open): void {
  describe(name, () => {
    let current: Opened | undefined;
    beforeEach(async () => {
      current = await open(fakeClock());
    });
    afterEach(() => current?.close());
    const opened = () => {
      if (current === undefined) throw new Error('not open yet');
      return current;
    };
    for (const part of [
      describeAccept,
      describeMentions,
      describeCounts,
      describeMembers,
      describeExpiry,
      describeLedger,
      describeListed,
      describePublished,
      describeTombstones,
      describeRefusals,
      describeImportRuns,
      describeLinkingPages,
      describeJobs,
      describeTurnsOfSites,
      describeBudgets,
      describeGuesses,
      describeDeliveries,
      describeTurns,
      describeSites,
      describeListings,
      describeOwners,
      describeOrigins,
      describeTwins,
      describeBacklinks,
      describeNotices,
      describeTransaction,
    ]) {
      part(opened);
    }
  });
}
