import type { ResendNotices } from '../inbound/notify/resend.ts';
import type { TestNotice } from '../inbound/notify/test-notice.ts';
import type { Tickets } from '../inbound/notify/ticket.ts';
import type { WrittenReport } from '../inbound/report/write.ts';
import type { SendOutcome } from '../ports/index.ts';
import type { EmailRecipient } from '../recipient.ts';
import type { PeriodChoice } from '../report-period.ts';
import type { Words } from '../words/words.ts';

/** What the web server needs of the notices. */
export interface Notify {
  readonly tickets: Tickets;
  readonly test: TestNotice;
  readonly resend: ResendNotices;
  readonly hasMail: boolean;
  readonly reports: {
    /** The report of a site as it would be now, with links that begin with `desk`; `undefined` when there is no such site. */
    see(site: string, of: PeriodChoice, words: Words, desk: string): Promise<WrittenReport | undefined>;
    /** Sends it at once, beside those that are sent by themselves. */
    sendNow(recipient: EmailRecipient, site: string, of: PeriodChoice): Promise<SendOutcome>;
  };
}
