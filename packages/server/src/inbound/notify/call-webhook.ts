import { type Delivery, isFinal } from '../../delivery.ts';
import type { Job } from '../../job.ts';
import { createHookCall, type HookCallDeps } from '../../jobs/hook-call.ts';
import type { JobOutcome } from '../../jobs/outcome.ts';
import type { Mention } from '../../mention.ts';
import type { Notice } from '../../notice.ts';
import { recordCall } from '../../outbound/outcome-hooks.ts';
import type { NoticeChange, Store } from '../../ports/index.ts';
import { CONFIGURED, type HookFormat, type HookRecipient } from '../../recipient.ts';
import { isStillTrue } from './still-true.ts';
import { signedHeaders } from './webhook-signature.ts';

export interface WebhookDeps extends HookCallDeps {
  readonly store: Pick<Store, 'turns' | 'notices' | 'recipients' | 'mentions' | 'deliveries'>;
  /** What is posted, on one line. */
  readonly payload: (
    recipient: HookRecipient,
    notice: Pick<Notice, 'event' | 'at'>,
    about: Mention | Delivery | undefined,
  ) => string;
}

const ENCODER = new TextEncoder();

/** Which answers say that no later try would be better: of webmention.io's receivers, those that say whose fault it is. */
const FINAL: Readonly<Record<HookFormat, (status: number) => boolean>> = {
  standard: (status) => status === 410,
  'webmention.io': (status) => status >= 400 && status < 500 && status !== 408 && status !== 429,
};

/** Handler of `hook` jobs whose subject is `notice` and a notice's id: calls the webhook, at least once. */
export function createWebhookHandler(deps: WebhookDeps): (job: Job) => Promise<JobOutcome> {
  const { store, clock, payload } = deps;
  const call = createHookCall(deps);

  async function end(notice: Notice, change: Omit<NoticeChange, 'updatedAt'>): Promise<void> {
    await store.notices.change([notice.id], { ...change, updatedAt: clock.now() });
  }

  async function subjectOf({ event, subject }: Notice): Promise<Mention | Delivery | string> {
    if (event === 'delivery.finished') {
      const delivery = await store.deliveries.byId(subject);
      if (!delivery) return 'The delivery is not there any more.';
      return isFinal(delivery.status) ? delivery : 'It was begun again, and is told of when it has ended again.';
    }
    const mention = await store.mentions.byId(subject);
    if (!mention) return 'The mention is not there any more.';
    return isStillTrue(event, mention) ? mention : 'It was not so any more when its turn came.';
  }

  return async (job) => {
    const notice = await store.notices.byId(job.subject.split(' ')[1] ?? '');
    if (notice?.state !== 'waiting') return { outcome: 'done' };
    const recipient = await store.recipients.byId(notice.recipient);
    const about = await subjectOf(notice);
    // What was begun in some words is told to the end in these.
    if (
      recipient?.kind !== 'webhook' ||
      !recipient.active ||
      (typeof about === 'string' && notice.body === undefined)
    ) {
      const reason = typeof about === 'string' ? about : 'Nobody wants to hear of it any more.';
      await end(notice, { state: 'dropped', reason });
      return { outcome: 'done' };
    }
    const body = notice.body ?? payload(recipient, notice, typeof about === 'string' ? undefined : about);
    const request = async () => {
      await end(notice, { body, attempts: notice.attempts + 1 });
      const signed = await signedHeaders(recipient, { id: notice.id, at: clock.now(), body });
      return { headers: { 'content-type': 'application/json', ...signed }, body: ENCODER.encode(body) };
    };
    const came = await call(job, recipient.address, request, FINAL[recipient.format]);
    const reason = sentence(came.answer);
    if (came.outcome !== 'waiting')
      await store.recipients.setProblem(recipient.id, came.outcome === 'called' ? undefined : reason);
    if ('job' in came) {
      if (came.outcome === 'again') await end(notice, { reason });
      return came.job;
    }
    await end(notice, { state: came.outcome === 'called' ? 'sent' : 'failed', reason });
    // Gone: it asks not to be called again. The one of the configuration is the configuration's.
    if (came.status === 410 && recipient.id !== CONFIGURED)
      await store.recipients.save({ ...recipient, active: false, problem: reason });
    if (notice.event === 'delivery.finished' && typeof about !== 'string')
      await recordCall(store, clock.now(), about, recipient.address, came);
    return { outcome: 'done' };
  };
}

export function sentence(answer: string): string {
  const capital = answer.charAt(0).toUpperCase() + answer.slice(1);
  return capital.endsWith('.') ? capital : `${capital}.`;
}
