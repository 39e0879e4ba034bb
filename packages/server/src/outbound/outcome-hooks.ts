import { type Http, type HttpRequest, parseUrl, retryAfterSeconds } from '@hearback/protocol';
import { type Delivery, isFinal } from '../delivery.ts';
import type { Job, NewJob } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { retryAt } from '../jobs/retry.ts';
import type { Clock, Random, Store, Tables } from '../ports/index.ts';
import { viewOf } from './delivery-view.ts';
import { telegraphStatus } from './telegraph-status.ts';
import { signatureHeaders } from './webhook-signature.ts';

export interface Webhook {
  readonly url: string;
  /** `whsec_` and base64, or any text; unsigned without one. */
  readonly secret: string | undefined;
}

export interface HookDeps {
  readonly store: Pick<Store, 'deliveries' | 'turns'>;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  /** Hears of the end of every delivery. */
  readonly webhook: Webhook | undefined;
  /** Addresses at which this server itself answers. */
  readonly isOwnEndpoint: (url: URL) => boolean;
}

const MINUTE = 60_000;
/** Six calls over fifteen hours. */
const DELAYS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 720 * MINUTE];
/** Two calls a second to one host: a receiver that was away is not run over by all that it missed. */
const GAP_MS = 500;
/** Those that find the host taken come back at some moment of this: at one moment, all but one would have come in vain. */
const SPREAD_MS = 30_000;
const MAX_WAIT_MS = 24 * 60 * MINUTE;
const MAX_REPLY_BYTES = 1024;
const GONE = 410;
const ENCODER = new TextEncoder();

/** To be called in the transaction in which a delivery ends: whoever is to hear of that has a job from then on. */
export async function enqueueHooks(
  { webhook, clock }: Pick<HookDeps, 'webhook' | 'clock'>,
  { jobs }: Pick<Tables, 'jobs'>,
  { id, callback }: Pick<Delivery, 'id' | 'callback'>,
): Promise<void> {
  const startAfter = clock.now();
  const hooks: readonly (readonly [string, string | undefined])[] = [
    ['webhook', webhook?.url],
    ['callback', callback],
  ];
  for (const [kind, url] of hooks) if (url !== undefined) await jobs.enqueue(hookJob(`${kind} ${id}`, url, startAfter));
}

/** The group is the host that is called, so that one that hangs holds up nobody else. */
function hookJob(subject: string, url: string, startAfter: number): NewJob {
  return { kind: 'hook', subject, group: new URL(url).host, startAfter };
}

/**
 * Handler of `hook` jobs (subject: `callback` or `webhook`, and a delivery's id): tells how the delivery ended, at least
 * once. One that was begun again meanwhile is told about when it has ended again.
 */
export function createHookHandler(deps: HookDeps): (job: Job) => Promise<JobOutcome> {
  const { store, http, clock, random } = deps;

  /** `undefined` when it is our turn now, else when to ask again. */
  async function turnAt(host: string): Promise<number | undefined> {
    const now = clock.now();
    const at = await store.turns.take([{ name: `hook ${host}`, gapMs: GAP_MS }], now);
    return at > now ? Math.round(at + random.fraction() * SPREAD_MS) : undefined;
  }

  return async (job) => {
    const [kind = '', id = ''] = job.subject.split(' ');
    const delivery = await store.deliveries.byId(id);
    const request = delivery && isFinal(delivery.status) ? await requestOf(deps, kind, delivery) : undefined;
    if (!delivery || !request) return { outcome: 'done' };
    const free = await turnAt(new URL(request.url).host);
    if (free !== undefined)
      return { outcome: 'later', at: free, reason: 'its host was just called', keepAttempts: false };
    const reply = await http.request(request);
    const heard = reply.ok && reply.status >= 200 && reply.status < 300;
    const answer = reply.ok ? `it answered HTTP ${reply.status}` : reply.reason;
    const now = clock.now();
    const asked = Math.min((reply.ok ? (retryAfterSeconds(reply.headers) ?? 0) : 0) * 1000, MAX_WAIT_MS);
    const at = heard || (reply.ok && reply.status === GONE) ? undefined : retryAt(job.attempts, now, random, DELAYS);
    if (at !== undefined) return { outcome: 'later', at: Math.max(at, now + asked), reason: answer };
    const reason = `${heard ? 'Told' : 'Could not tell'} ${request.url} of the outcome: ${answer}.`;
    const outcome = heard ? 'called' : 'not called';
    await store.deliveries.record(id, {}, { at: now, step: 'called', outcome, reason });
    return { outcome: 'done' };
  };
}

async function requestOf(
  { webhook, clock, isOwnEndpoint }: HookDeps,
  kind: string,
  delivery: Delivery,
): Promise<HttpRequest | undefined> {
  const common = { method: 'POST', redirects: 'endpoint', maxBytes: MAX_REPLY_BYTES } as const;
  if (kind === 'callback') {
    const asked = parseUrl(delivery.callback ?? '');
    // Whoever may send may not have this server knock at its own doors; the owner's webhook is the owner's affair.
    if (delivery.callback === undefined || !asked.ok || isOwnEndpoint(asked.url)) return undefined;
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return { ...common, url: delivery.callback, headers, body: ENCODER.encode(callbackForm(delivery)) };
  }
  if (webhook === undefined) return undefined;
  const data = viewOf(delivery);
  const timestamp = new Date(delivery.updatedAt).toISOString();
  const body = JSON.stringify({ type: 'delivery.finished', timestamp, data });
  const id = `${delivery.id}.${delivery.updatedAt}`;
  const signed = await signatureHeaders(webhook.secret, { id, at: clock.now(), body });
  return {
    ...common,
    url: webhook.url,
    headers: { 'content-type': 'application/json', ...signed },
    body: ENCODER.encode(body),
  };
}

/** The fields of Telegraph's callback. */
function callbackForm(delivery: Delivery): string {
  const { status, type, http_code: code } = telegraphStatus(delivery);
  const { source, target } = delivery;
  return new URLSearchParams({
    ...{ source, target, status },
    ...(type !== undefined && { type }),
    ...(code !== undefined && { http_code: String(code) }),
  }).toString();
}
