import type { JobOutcome } from '../../jobs/outcome.ts';
import type { Clock, Store } from '../../ports/index.ts';
import { nameOfPeriod, nextReport, type ReportPace, reportable } from '../../report-period.ts';
import type { Site } from '../../site.ts';
import { settingsOf } from '../../site-settings.ts';

export interface ReportingDeps {
  readonly store: Pick<Store, 'reports' | 'transaction'>;
  readonly clock: Clock;
  readonly sites: () => readonly Site[];
}

/** A site that is set otherwise is noticed within this time. */
const HOUR = 3_600_000;

/**
 * Work of the `reports` chore: writes down, for whoever wants to hear of it, that the week or month of a site is over. The
 * outbox makes the report and sends it. What was missed while nothing ran is reported late, the last period only.
 */
export function createReporting({ store, clock, sites }: ReportingDeps): () => Promise<JobOutcome> {
  return async () => {
    const now = clock.now();
    const known = new Map((await store.reports.list()).map((one) => [one.site, one]));
    let next = now + HOUR;
    for (const site of sites()) {
      const { report: every, zone } = settingsOf(site);
      const before = known.get(site.id);
      if (every === 'never') {
        if (before) await store.reports.drop(site.id);
        continue;
      }
      next = Math.min(next, nextReport(every, zone, now));
      const period = reportable(every, zone, now);
      const until = period.to + 1;
      if (before?.every !== every || before.until < until) await write(site.id, every, until, nameOfPeriod(period));
    }
    return { outcome: 'later', at: next, reason: 'No week or month of a site is over.', keepAttempts: false };
  };

  async function write(site: string, every: ReportPace, until: number, subject: string): Promise<void> {
    await store.transaction(async ({ reports, notices }) => {
      if (!(await reports.claim({ site, every, until }))) return;
      await notices.add({ event: 'ledger.report', site, subject, at: clock.now() });
    });
  }
}
