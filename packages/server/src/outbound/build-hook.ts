import { type Http, type HttpFailure, type HttpReply, retryAfterSeconds } from '@hearback/protocol';
import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import { retryAt } from '../jobs/retry.ts';
import type { Clock, Random, Store } from '../ports/index.ts';
import { buildRequest } from './build-request.ts';

export interface BuildDeps {
  readonly store: Pick<Store, 'sites' | 'turns'>;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  /** Hears, in a sentence without the address, what came of it: whoever knows the address can start builds. */
  readonly report: (sentence: string) => void;
}

const MINUTE = 60_000;
/** Builds cost minutes that owners pay for: however long they sit at the desk, one in five minutes. */
const GAP_MS = 5 * MINUTE;
const DELAYS = [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE];
const MAX_WAIT_MS = 24 * 60 * MINUTE;
/** Come again later; all other answers of 400 to 499 say that the call is wrong, and stays so. */
const PASSING = [408, 425, 429];

/**
 * Handler of the `hook` jobs whose subject is `build` and a site's id: asks for one build, whatever changed since the last.
 * The job is made in the transaction in which readers come to see something else, a minute ahead, and once however many
 * changes follow; a change during the call makes it come again.
 */
export function createBuildHandler({
  store,
  http,
  clock,
  random,
  report,
}: BuildDeps): (job: Job) => Promise<JobOutcome> {
  return async ({ subject, attempts }) => {
    const id = subject.slice('build '.length);
    const site = await store.sites.byId(id);
    if (!site?.buildHook) return { outcome: 'done' };
    if (attempts <= 1) {
      const now = clock.now();
      const free = await store.turns.take([{ name: subject, gapMs: GAP_MS }], now);
      if (free > now) return { outcome: 'later', at: free, reason: 'it was just built', keepAttempts: false };
    }
    const request = buildRequest(site.buildHook, site);
    const reply = await http.request(request);
    const now = clock.now();
    const { host } = new URL(request.url);
    const answer = reply.ok ? `${host} answered HTTP ${reply.status}` : reply.reason;
    const ok = reply.ok && reply.status >= 200 && reply.status < 300;
    const at = ok || isFinal(reply) ? undefined : retryAt(attempts, now, random, DELAYS);
    const reason = ok ? `Asked for a build: ${answer}.` : `Could not ask for a build: ${answer}.${adviceOn(reply)}`;
    await store.sites.noteBuild(id, { at: now, ok, reason });
    report(`${site.name}: ${reason}`);
    if (at === undefined) return { outcome: 'done' };
    const asked = Math.min((reply.ok ? (retryAfterSeconds(reply.headers) ?? 0) : 0) * 1000, MAX_WAIT_MS);
    return { outcome: 'later', at: Math.max(at, now + asked), reason: answer };
  };
}

function isFinal(reply: HttpReply | HttpFailure): boolean {
  return reply.ok && reply.status >= 400 && reply.status < 500 && !PASSING.includes(reply.status);
}

function adviceOn(reply: HttpReply | HttpFailure): string {
  if (!reply.ok || !isFinal(reply)) return '';
  return reply.status === 401 || reply.status === 403
    ? ' Its token is not good: make another one, and save it with the build hook.'
    : ' Its address is not good: copy it again from where the site is built.';
}
