import { type Http, notify } from '@hearback/protocol';
import { type Delivery, isFinal, SENDING } from '../delivery.ts';
import type { Job } from '../job.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import type { PageReader, Store } from '../ports/index.ts';
import { type ConcludeDeps, conclude, type Ending } from './conclude.ts';
import { createPageDiscovery } from './discovery.ts';
import { createLines } from './lines.ts';
import { noticeOf } from './notice.ts';
import { type RecordedHttp, recordExchanges } from './record-exchanges.ts';
import { movedAway, type Route, routeOf, type Verdict, verdictOf } from './verdict.ts';
import { createVisit, type Visit, type VisitDeps } from './visit.ts';
import { keptFromEndpoint, keptFromTarget, untoldEntries, type WithholdDeps } from './withhold.ts';

export interface DeliverDeps extends VisitDeps, WithholdDeps, ConcludeDeps {
  readonly store: Pick<Store, 'deliveries' | 'posts' | 'transaction' | 'turns' | 'dontTell'>;
  readonly http: Http;
  readonly reader: Pick<PageReader, 'read'>;
}

const DONE: JobOutcome = { outcome: 'done' };

/** One try of a delivery, on its way. */
interface Try {
  readonly delivery: Delivery;
  readonly visit: Visit;
  readonly http: RecordedHttp;
  readonly untold: readonly string[];
}

/**
 * Handler of `deliver` jobs (subject: a delivery's id): finds where the target wants to be told, waits for that host's
 * turn, tells it once and records the answer. The request is on record before it leaves, so that the try after a crash
 * knows that it may be a repeat. Rejects only when the store is lost.
 */
export function createDeliverHandler(deps: DeliverDeps): (job: Job) => Promise<JobOutcome> {
  const { store, directory, clock } = deps;
  const discovery = createPageDiscovery(deps);
  const lines = createLines();

  /** Asks again later, as often as it takes; said once, whoever was there meanwhile. */
  async function wait({ delivery, visit, http }: Try, host: string, at: number, route?: Route): Promise<JobOutcome> {
    const reason = `${host} is asked for one thing at a time; waiting for its turn.`;
    const exchanges = http.taken();
    await store.transaction(async (tables) => {
      await visit.leave(tables.turns);
      if (delivery.reason === reason) return;
      const { how, ...found } = route ?? { how: '' };
      const update = { ...found, reason, ...(route && { status: 'queued' as const }) };
      const step = { at: clock.now(), step: 'waiting', outcome: 'waiting', reason: `${how} ${reason}`.trim() } as const;
      await tables.deliveries.record(delivery.id, update, step, exchanges);
    });
    return { outcome: 'later', at, reason, keepAttempts: false };
  }

  function end(one: Try, verdict: Verdict, by: Ending['by'], asked: string): Promise<JobOutcome> {
    return conclude(deps, one.delivery, one.visit, { verdict, by, asked: new URL(asked), exchanges: one.http.taken() });
  }

  /**
   * Takes the turn at the endpoint's host and puts the request on record, in one transaction; answers when to ask again
   * when the host is not free.
   */
  async function depart({ delivery, visit }: Try, { how, ...found }: Route): Promise<number | undefined> {
    const again = (await wasCutOff(delivery))
      ? ' An earlier try was cut off while it was sent: they may hear this twice.'
      : '';
    const reason = `${how} Telling ${found.endpoint}.${again}`;
    return store.transaction(async ({ deliveries, turns }) => {
      const later = await visit.toTell(new URL(found.endpoint), found.software, turns);
      if (later !== undefined) return later;
      const step = { at: clock.now(), step: 'discovered', outcome: SENDING, reason } as const;
      await deliveries.record(delivery.id, { ...found, attempts: delivery.attempts + 1 }, step);
      return undefined;
    });
  }

  async function wasCutOff({ id, attempts }: Delivery): Promise<boolean> {
    return attempts > 0 && (await store.deliveries.trace(id)).at(-1)?.outcome === SENDING;
  }

  async function tell(one: Try, route: Route): Promise<JobOutcome> {
    const { delivery, http, untold } = one;
    const kept = await keptFromEndpoint(deps, delivery, route.endpoint, untold, clock.now());
    if (kept) return end(one, kept, 'discovered', route.endpoint);
    const later = await depart(one, route);
    if (later !== undefined) return wait(one, new URL(route.endpoint).host, later, route);
    const endpoint = { protocol: route.protocol, url: route.endpoint };
    const verdict = verdictOf(await notify(http, endpoint, await noticeOf(deps, delivery, route.protocol)));
    const fromMemory = verdict.status !== 'delivered' && discovery.forget(route.endpoint);
    return end(one, fromMemory ? movedAway(verdict) : verdict, 'notified', route.endpoint);
  }

  return async ({ subject }) => {
    const delivery = await store.deliveries.byId(subject);
    if (!delivery || isFinal(delivery.status)) return DONE;
    await directory.refresh();
    const { target } = delivery;
    const untold = await untoldEntries(deps);
    const one = {
      delivery,
      visit: createVisit(deps, lines, delivery.id),
      http: recordExchanges(deps.http, clock),
      untold,
    };
    const kept = keptFromTarget(deps, delivery, untold);
    if (kept) return end(one, kept, 'notified', target);
    const known = knownRoute(delivery);
    if (known) return tell(one, known);
    const recalled = wasTried(delivery) ? undefined : discovery.recall(target);
    const later = recalled ? undefined : await one.visit.toRead(new URL(target));
    if (later !== undefined) return wait(one, new URL(target).host, later);
    const found = routeOf(recalled ?? (await discovery.ask(target, one.http)));
    return 'status' in found ? end(one, found, 'discovered', target) : tell(one, found);
  };
}

/** What was found before the delivery had to wait. After a failed try it is looked for again: endpoints move. */
function knownRoute({ status, endpoint, protocol, lenient, software }: Delivery): Route | undefined {
  if (status !== 'queued' || endpoint === undefined || protocol === undefined) return undefined;
  return { endpoint, protocol, lenient, software, how: 'Its endpoint is known.' };
}

/** Then its page is asked, whatever it said before: for an update that is a MUST (Webmention §3.1.4). */
function wasTried({ protocol, attempts }: Delivery): boolean {
  return protocol !== undefined || attempts > 0;
}
