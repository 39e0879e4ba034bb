import { createGatherer } from '../inbound/report/gather.ts';
import { type WrittenReport, writeReport } from '../inbound/report/write.ts';
import type { Notice } from '../notice.ts';
import { reportText } from '../notices/report-text.ts';
import { cut, type Show } from '../notices/shown.ts';
import type { Channel, Clock, Random, SendOutcome, Store } from '../ports/index.ts';
import type { EmailRecipient } from '../recipient.ts';
import type { Report } from '../report.ts';
import { chosenPeriod, type PeriodChoice, periodNamed } from '../report-period.ts';
import { settingsOf } from '../site-settings.ts';
import { line } from '../web/index.ts';
import type { Words } from '../words/words.ts';

interface ReportsDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly show: Show;
  readonly publicUrl: () => string;
  /** By e-mail; `undefined` where no mail server is configured. */
  readonly mail: () => Channel | undefined;
}

export interface OpenReports {
  /** That of a notice in the outbox; `undefined` when its site is gone. */
  reportFor(notice: Pick<Notice, 'site' | 'subject'>): Promise<Report | undefined>;
  write(report: Report, words: Words): WrittenReport;
  /** As it would be now; `undefined` when there is no such site. `desk` is where its links lead, the public address unless told. */
  see(site: string, of: PeriodChoice, words: Words, desk?: string): Promise<WrittenReport | undefined>;
  /** As plain text, with the addresses or without. */
  text(written: WrittenReport, hasLinks: boolean): string;
  /** At once and once, beside what is sent by itself. */
  sendNow(recipient: EmailRecipient, site: string, of: PeriodChoice): Promise<SendOutcome>;
}

/** The report of a site's links, for the outbox, the desk and the command. */
export function openReports({ store, clock, random, show, publicUrl, mail }: ReportsDeps): OpenReports {
  const gather = createGatherer(store, clock.now);
  const write = (report: Report, words: Words, desk = `${publicUrl()}/admin`) =>
    writeReport(report, { words, show, line: (text, most) => cut(line(text), most), desk });

  async function chosen(id: string, of: PeriodChoice): Promise<Report | undefined> {
    const site = await store.sites.byId(id);
    return site && gather(site, chosenPeriod(of, settingsOf(site).zone, clock.now()));
  }

  return {
    write,
    async reportFor({ site: id, subject }) {
      const site = await store.sites.byId(id);
      const period = site && periodNamed(subject, settingsOf(site).zone);
      return period && gather(site, period);
    },
    async see(site, of, words, desk) {
      const report = await chosen(site, of);
      return report && write(report, words, desk);
    },
    text: reportText,
    async sendNow(recipient, site, of) {
      const channel = mail();
      if (!channel)
        return { outcome: 'refused', reason: 'No mail server is configured (smtp, HEARBACK_SMTP, --smtp).' };
      const report = await chosen(site, of);
      if (!report) return { outcome: 'refused', reason: 'There is no such site.' };
      return channel(recipient, { id: `report-${random.id()}`, tellings: [], counts: new Map(), report });
    },
  };
}
