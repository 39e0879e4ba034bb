import type { Http } from '@hearback/protocol';
import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { retryAt } from '../jobs/retry.ts';
import type { Clock, Random, Store } from '../ports/index.ts';

export interface ForwardDeps {
  readonly store: Pick<Store, 'mentions'>;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
}

const MINUTE = 60_000;
const DELAYS = [MINUTE, 30 * MINUTE, 8 * 60 * MINUTE];
/** A source that cannot be looked at for so long is not passed on. */
const MOST_WAIT_MS = 24 * 60 * MINUTE;
const MAX_REPLY_BYTES = 1024;
const ENCODER = new TextEncoder();

/**
 * Handler of the `hook` jobs whose subject is `forward`, a mention's id and an endpoint of its site: tells a pingback that came
 * by a bridge as a webmention. Only once its link was found, so that the endpoint hears of no junk.
 */
export function createForwardHandler({ store, http, clock, random }: ForwardDeps): (job: Job) => Promise<JobOutcome> {
  return async (job) => {
    const [, id = '', url = ''] = job.subject.split(' ');
    const mention = await store.mentions.byId(id);
    const now = clock.now();
    if (!mention || now - mention.lastReceivedAt > MOST_WAIT_MS) return { outcome: 'done' };
    if (mention.link === 'unverified')
      return { outcome: 'later', at: now + MINUTE, reason: 'it was not looked at yet', keepAttempts: false };
    if (mention.link !== 'live') return { outcome: 'done' };
    const { source, target } = mention;
    const reply = await http.request({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: ENCODER.encode(new URLSearchParams({ source, target }).toString()),
      redirects: 'endpoint',
      maxBytes: MAX_REPLY_BYTES,
    });
    const taken = reply.ok && reply.status >= 200 && reply.status < 300;
    const answer = reply.ok ? `it answered HTTP ${reply.status}` : reply.reason;
    const passes = !reply.ok || reply.status >= 500 || reply.status === 429;
    const at = taken || !passes ? undefined : retryAt(job.attempts, now, random, DELAYS);
    if (at !== undefined) return { outcome: 'later', at, reason: answer };
    const outcome = taken ? 'forwarded' : 'not forwarded';
    const reason = `${taken ? 'Told' : 'Could not tell'} ${url} of it as a webmention: ${answer}.`;
    await store.mentions.note(id, { at: now, step: 'called', outcome, reason });
    return { outcome: 'done' };
  };
}
