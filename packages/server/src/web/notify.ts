import type { ResendNotices } from '../inbound/notify/resend.ts';
import type { TestNotice } from '../inbound/notify/test-notice.ts';
import type { Tickets } from '../inbound/notify/ticket.ts';

/** What the web server needs of the notices. */
export interface Notify {
  readonly tickets: Tickets;
  readonly test: TestNotice;
  readonly resend: ResendNotices;
  readonly hasMail: boolean;
}
