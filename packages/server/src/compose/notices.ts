import type { Http } from '@hearback/protocol';
import type { Config } from '../config.ts';
import { createWebhookHandler } from '../inbound/notify/call-webhook.ts';
import { createResendNotices, type ResendNotices } from '../inbound/notify/resend.ts';
import { createTellHandler } from '../inbound/notify/tell-recipient.ts';
import { createTester, type TestNotice } from '../inbound/notify/test-notice.ts';
import { createTickets, TICKET_MS, type Tickets } from '../inbound/notify/ticket.ts';
import type { JobHandler } from '../jobs/step.ts';
import type { Log } from '../log.ts';
import type { Links, Show } from '../notices/shown.ts';
import { createPostman, type Postman } from '../notices/smtp.ts';
import { createPayload } from '../notices/webhook.ts';
import type { Channel, Clock, Random, Store } from '../ports/index.ts';
import { ALL_EVENTS, CONFIGURED } from '../recipient.ts';
import { inertJson, jf2Entry, line, present } from '../web/index.ts';
import { type OpenReports, openReports } from './reports.ts';

export interface NoticesDeps {
  readonly config: Pick<Config, 'smtp'>;
  readonly store: Store;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly publicUrl: () => string;
}

/** Everything that tells the owner what happened. */
export interface OpenNotices {
  readonly notice: JobHandler;
  readonly hook: JobHandler;
  readonly tickets: Tickets;
  readonly test: TestNotice;
  readonly resend: ResendNotices;
  readonly reports: OpenReports;
  /** Whether there is a mail server. */
  readonly hasMail: boolean;
  /** Why the mail server takes nothing, if it does not; asked at the start. */
  checkMail(): Promise<string | undefined>;
}

const show: Show = (mention) => ({ ...present(mention), reasons: mention.reasons.map((reason) => line(reason)) });

export function openNotices({ config, store, http, clock, random, log, publicUrl }: NoticesDeps): OpenNotices {
  const tickets = createTickets(() => store.secrets.keep('notices', random.secret()));
  const links: Links = {
    get inbox() {
      return `${publicUrl()}/admin/inbox`;
    },
    mention: (id) => `${publicUrl()}/admin/mentions/${id}`,
    async decide(decision, mention, recipient) {
      const until = clock.now() + TICKET_MS;
      return `${publicUrl()}/admin/decide/${await tickets.seal({ decision, mention, recipient, until })}`;
    },
    stop: async (recipient) => `${publicUrl()}/notices/stop/${await tickets.sealStop(recipient)}`,
  };
  const postman: Postman | undefined = config.smtp && createPostman(config.smtp);
  const host = () => new URL(publicUrl()).hostname.replace(/^\[(.*)\]$/, '$1').replaceAll(':', '.');
  const reports = openReports({ ...{ store, clock, random, show, publicUrl }, mail: () => channels.email });
  const writeReport = reports.write;
  const channels = {
    email:
      postman &&
      whenNeeded(async () =>
        (await import('../notices/email.ts')).createEmail({ show, links, host, writeReport }, postman),
      ),
    ntfy: whenNeeded(async () => (await import('../notices/ntfy.ts')).createTopic({ http, show, links })),
  };
  const payload = createPayload({ write: inertJson, jf2: (mention) => jf2Entry(present(mention)) });
  const { reportFor } = reports;
  const report = (sentence: string) => log.warn(sentence);
  const telling = { store, http, clock, random, channels, payload, reportFor, report };
  return {
    notice: createTellHandler(telling),
    hook: createWebhookHandler(telling),
    tickets,
    test: createTester(telling),
    resend: createResendNotices({ store, clock }),
    reports,
    hasMail: postman !== undefined,
    checkMail: async () => postman?.check(),
  };
}

/** Letters, with the words of all languages, are loaded when the first is written. */
function whenNeeded(load: () => Promise<Channel>): Channel {
  let loading: Promise<Channel> | undefined;
  return async (recipient, letter) => {
    loading ??= load();
    const tell = await loading;
    return tell(recipient, letter);
  };
}

/** The webhook that the configuration names is a recipient like any other, as long as it is named. */
export async function configureWebhook(
  { webhook }: Pick<Config, 'webhook'>,
  { recipients }: Pick<Store, 'recipients'>,
  { now }: Clock,
): Promise<void> {
  const known = await recipients.byId(CONFIGURED);
  if (webhook === undefined) {
    if (known) await recipients.remove(CONFIGURED);
    return;
  }
  const { url: address, secret } = webhook;
  if (known?.address === address && 'secret' in known && known.secret === secret) return;
  await recipients.save({
    ...{ id: CONFIGURED, kind: 'webhook', address, secret, format: 'standard' },
    ...{ site: undefined, events: ALL_EVENTS, active: true, problem: undefined, createdAt: known?.createdAt ?? now() },
  });
}
