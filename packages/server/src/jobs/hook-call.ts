import { type Http, type HttpRequest, retryAfterSeconds } from '@hearback/protocol';
import type { Job } from '../job.ts';
import type { Clock, Random, Store } from '../ports/index.ts';
import type { JobOutcome } from './outcome.ts';
import { retryAt } from './retry.ts';

const MINUTE = 60_000;
/** Six tries over fifteen hours, for whatever is to be told to somebody of the owner's. */
export const TELL_DELAYS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE, 720 * MINUTE];
/** Two calls a second to one host: a receiver that was away is not run over by all that it missed. */
const GAP_MS = 500;
/** Those that find the host taken come back at some moment of this: at one moment, all but one would have come in vain. */
const SPREAD_MS = 30_000;
const MAX_WAIT_MS = 24 * 60 * MINUTE;
const MAX_REPLY_BYTES = 1024;

export interface HookCallDeps {
  readonly store: Pick<Store, 'turns'>;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
}

export type HookCall =
  | { readonly outcome: 'called' | 'not called'; readonly answer: string; readonly status?: number | undefined }
  /** `waiting`: nobody was called, for the host just was. */
  | { readonly outcome: 'again' | 'waiting'; readonly answer: string; readonly job: JobOutcome };

/** Calls somebody with news, once in this try, and says what is to become of it. */
export function createHookCall({ store, http, clock, random }: HookCallDeps) {
  /** `undefined` when it is our turn now, else when to ask again. */
  async function turnAt(host: string): Promise<number | undefined> {
    const now = clock.now();
    const at = await store.turns.take([{ name: `hook ${host}`, gapMs: GAP_MS }], now);
    return at > now ? Math.round(at + random.fraction() * SPREAD_MS) : undefined;
  }

  /** `request` is made when it is its turn. `isFinal` says which answers, besides good ones, end it. */
  return async (
    job: Pick<Job, 'attempts'>,
    url: string,
    request: () => Promise<Pick<HttpRequest, 'headers' | 'body'>>,
    isFinal: (status: number) => boolean,
  ): Promise<HookCall> => {
    const free = await turnAt(new URL(url).host);
    if (free !== undefined) {
      const answer = 'its host was just called';
      return { outcome: 'waiting', answer, job: { outcome: 'later', at: free, reason: answer, keepAttempts: false } };
    }
    const asked = {
      ...(await request()),
      url,
      method: 'POST',
      redirects: 'endpoint',
      maxBytes: MAX_REPLY_BYTES,
    } as const;
    const reply = await http.request(asked);
    const answer = reply.ok ? `it answered HTTP ${reply.status}` : reply.reason;
    if (reply.ok && reply.status >= 200 && reply.status < 300) return { outcome: 'called', answer };
    const now = clock.now();
    const wait = Math.min((reply.ok ? (retryAfterSeconds(reply.headers) ?? 0) : 0) * 1000, MAX_WAIT_MS);
    const at = reply.ok && isFinal(reply.status) ? undefined : retryAt(job.attempts, now, random, TELL_DELAYS);
    if (at === undefined) return { outcome: 'not called', answer, status: reply.ok ? reply.status : undefined };
    return { outcome: 'again', answer, job: { outcome: 'later', at: Math.max(at, now + wait), reason: answer } };
  };
}
