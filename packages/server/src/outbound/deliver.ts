import { type Http, notify } from '@hearback/protocol';
import { type Delivery, isFinal, SENDING } from '../delivery.ts';
import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import { POISON_TRIES, setAside } from '../pages/poison.ts';
import type { Clock, PageReader, Random, Store } from '../ports/index.ts';
import { createPageDiscovery } from './discovery.ts';
import { nextTry } from './next-try.ts';
import { noticeOf } from './notice.ts';
import type { Pace } from './pace.ts';
import { sendingOff } from './sending-off.ts';
import { movedAway, type Route, routeOf, type Verdict, verdictOf } from './verdict.ts';

export interface DeliverDeps {
  readonly store: Pick<Store, 'deliveries' | 'posts' | 'transaction'>;
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
  readonly directory: SiteDirectory;
  readonly clock: Clock;
  readonly random: Random;
  readonly pace: Pace;
  /** Whether a URL is an endpoint of this very server. */
  readonly isOwnEndpoint: (url: URL) => boolean;
}

const DONE: JobOutcome = { outcome: 'done' };

/**
 * Handler of `deliver` jobs (subject: a delivery's id): finds where the target wants to be told, waits for that host's
 * turn, tells it once and records the answer. The request is on record before it leaves, so that the try after a crash
 * knows that it may be a repeat. Rejects only when the store is lost.
 */
export function createDeliverHandler(deps: DeliverDeps): (job: Job) => Promise<JobOutcome> {
  const { store, http, directory, clock, random } = deps;
  const discovery = createPageDiscovery(deps);

  async function conclude(delivery: Delivery, verdict: Verdict, by: 'discovered' | 'notified'): Promise<JobOutcome> {
    const now = clock.now();
    const attempts = delivery.attempts + 1;
    const isPoison = verdict.poison === true && attempts >= POISON_TRIES;
    const at = verdict.status === 'retrying' && !isPoison ? nextTry(verdict, attempts, now, random) : undefined;
    const gaveUp = verdict.status === 'retrying' && at === undefined;
    const status = gaveUp ? 'failed' : verdict.status;
    const end = isPoison ? setAside(verdict.reason) : `${verdict.reason} Given up after ${attempts} tries.`;
    const reason = gaveUp ? end : verdict.reason;
    const { fault, httpStatus } = verdict;
    const update = { status, reason, fault, httpStatus, attempts };
    // A page that names no endpoint now has none, whatever it named before the last try.
    const route = by === 'discovered' ? { endpoint: undefined, protocol: undefined, lenient: false } : {};
    const step = { at: now, step: by, outcome: status, reason } as const;
    await store.deliveries.record(delivery.id, { ...update, ...route }, step);
    return at === undefined ? DONE : { outcome: 'later', at, reason, keepAttempts: false };
  }

  async function wait(delivery: Delivery, route: Route, at: number): Promise<JobOutcome> {
    const reason = `${new URL(route.endpoint).host} is told of one link at a time; waiting for its turn.`;
    // Said once: the last of fifty links to one host asks fifty times.
    if (knownRoute(delivery) === undefined) {
      const { how, ...found } = route;
      const step = { at: clock.now(), step: 'waiting', outcome: 'waiting', reason: `${how} ${reason}` } as const;
      await store.deliveries.record(delivery.id, { ...found, status: 'queued', reason }, step);
    }
    return { outcome: 'later', at, reason, keepAttempts: false };
  }

  /**
   * Takes the turn at the endpoint's host and puts the request on record, in one transaction; answers when to ask again
   * when the host is not free. A pace of nothing needs no memory.
   */
  async function depart(delivery: Delivery, { how, ...found }: Route): Promise<number | undefined> {
    const again = (await wasCutOff(delivery))
      ? ' An earlier try was cut off while it was sent: they may hear this twice.'
      : '';
    const reason = `${how} Telling ${found.endpoint}.${again}`;
    const endpoint = new URL(found.endpoint);
    const gap = deps.pace(endpoint);
    return store.transaction(async ({ deliveries }) => {
      const now = clock.now();
      const turn = gap === 0 ? now : await deliveries.takeTurn(endpoint.host, now, gap);
      if (turn > now) return turn;
      const step = { at: now, step: 'discovered', outcome: SENDING, reason } as const;
      await deliveries.record(delivery.id, { ...found, attempts: delivery.attempts + 1 }, step);
      return undefined;
    });
  }

  async function wasCutOff({ id, attempts }: Delivery): Promise<boolean> {
    return attempts > 0 && (await store.deliveries.trace(id)).at(-1)?.outcome === SENDING;
  }

  return async ({ subject }) => {
    const delivery = await store.deliveries.byId(subject);
    if (!delivery || isFinal(delivery.status)) return DONE;
    await directory.refresh();
    const off = offNow(deps, delivery);
    if (off) return conclude(delivery, off, 'notified');
    const found = knownRoute(delivery) ?? routeOf(await discovery.find(delivery.target, wasTried(delivery)));
    if ('status' in found) return conclude(delivery, found, 'discovered');
    const loop = loopThrough(deps, delivery, found);
    if (loop) return conclude(delivery, loop, 'discovered');
    const later = await depart(delivery, found);
    if (later !== undefined) return wait(delivery, found, later);
    const answer = await notify(
      http,
      { protocol: found.protocol, url: found.endpoint },
      await noticeOf(deps, delivery),
    );
    const verdict = verdictOf(answer);
    const fromMemory = verdict.status !== 'delivered' && discovery.forget(found.endpoint);
    return conclude(delivery, fromMemory ? movedAway(verdict) : verdict, 'notified');
  };
}

/** The switch counts until the request leaves: a post with two hundred links to one host is told for an hour. */
function offNow({ directory }: DeliverDeps, { source }: Delivery): Verdict | undefined {
  const own = directory.resolve(new URL(source));
  const reason = own && sendingOff(own);
  return reason
    ? { status: 'skipped', reason, fault: undefined, httpStatus: undefined, retryAfter: undefined }
    : undefined;
}

/** What was found before the delivery had to wait. After a failed try it is looked for again: endpoints move. */
function knownRoute({ status, endpoint, protocol, lenient }: Delivery): Route | undefined {
  if (status !== 'queued' || endpoint === undefined || protocol === undefined) return undefined;
  return { endpoint, protocol, lenient, how: 'Its endpoint is known.' };
}

/** Then its page is asked, whatever it said before: for an update that is a MUST (Webmention §3.1.4). */
function wasTried({ protocol, attempts }: Delivery): boolean {
  return protocol !== undefined || attempts > 0;
}

/**
 * A stranger's page may name our own receiver, and we would tell ourselves about pages that are not ours; or any address
 * at the host of one of our sites, which the guard lets us ask wherever it is, and we would post to the owner's own desk.
 */
function loopThrough(
  { isOwnEndpoint, directory }: DeliverDeps,
  { target }: Delivery,
  { endpoint }: Route,
): Verdict | undefined {
  const [from, to] = [new URL(target), new URL(endpoint)];
  const isAtOwnSite = from.hostname !== to.hostname && directory.sites().some(({ url }) => isHostOf(url, to));
  if (!(isOwnEndpoint(to) || isAtOwnSite) || directory.resolve(from)) return undefined;
  const reason = `The page is none of ours and names our own ${endpoint} as its endpoint; nothing was sent.`;
  return { status: 'failed', reason, fault: undefined, httpStatus: undefined, retryAfter: undefined };
}

function isHostOf(site: string, { hostname }: URL): boolean {
  return new URL(site).hostname === hostname;
}
