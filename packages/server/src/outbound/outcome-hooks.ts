import { parseUrl } from '@hearback/protocol';
import { type Delivery, isFinal } from '../delivery.ts';
import type { Job } from '../job.ts';
import { createHookCall, type HookCallDeps } from '../jobs/hook-call.ts';
import type { JobOutcome } from '../jobs/outcome.ts';
import type { Clock, Store, Tables } from '../ports/index.ts';
import { telegraphStatus } from './telegraph-status.ts';

export interface HookDeps extends HookCallDeps {
  readonly store: Pick<Store, 'deliveries' | 'turns'>;
  /** Addresses at which this server itself answers. */
  readonly isOwnEndpoint: (url: URL) => boolean;
}

const GONE = 410;
const ENCODER = new TextEncoder();

/**
 * To be called in the transaction in which a delivery ends: whoever is to hear of that has a job from then on. Who asked to
 * be called may have done so while the request was under way, so that is read now.
 */
export async function enqueueHooks(
  clock: Clock,
  { jobs, notices, deliveries }: Pick<Tables, 'jobs' | 'notices' | 'deliveries'>,
  { id, site }: Pick<Delivery, 'id' | 'site'>,
): Promise<void> {
  await notices.add({ event: 'delivery.finished', site, subject: id, at: clock.now() });
  const callback = (await deliveries.byId(id))?.callback;
  if (callback !== undefined) await enqueueCallback(clock, jobs, id, callback);
}

/** The group is the host that is called, so that one that hangs holds up nobody else. */
export async function enqueueCallback(
  clock: Clock,
  jobs: Pick<Tables['jobs'], 'enqueue'>,
  delivery: string,
  callback: string,
): Promise<void> {
  const group = new URL(callback).host;
  await jobs.enqueue({ kind: 'hook', subject: `callback ${delivery}`, group, startAfter: clock.now() });
}

/**
 * Handler of `hook` jobs for those who announced a page and asked to hear how it ends (subject: `callback` and a
 * delivery's id): tells them at least once. A delivery that was begun again meanwhile is told about when it has ended again.
 */
export function createCallbackHandler(deps: HookDeps): (job: Job) => Promise<JobOutcome> {
  const { store, clock, isOwnEndpoint } = deps;
  const call = createHookCall(deps);
  return async (job) => {
    const id = job.subject.split(' ')[1] ?? '';
    const delivery = await store.deliveries.byId(id);
    if (!delivery || !isFinal(delivery.status)) return { outcome: 'done' };
    const asked = parseUrl(delivery.callback ?? '');
    // Whoever may send may not have this server knock at its own doors; the owner's webhook is the owner's affair.
    if (delivery.callback === undefined || !asked.ok || isOwnEndpoint(asked.url)) return { outcome: 'done' };
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const body = ENCODER.encode(callbackForm(delivery));
    const came = await call(
      job,
      delivery.callback,
      async () => ({ headers, body }),
      (status) => status === GONE,
    );
    if ('job' in came) return came.job;
    await recordCall(store, clock.now(), delivery, delivery.callback, came);
    return { outcome: 'done' };
  };
}

/** Puts it into the story of the delivery that somebody heard of its end, or did not. */
export async function recordCall(
  { deliveries }: Pick<Store, 'deliveries'>,
  at: number,
  { id }: Pick<Delivery, 'id'>,
  url: string,
  { outcome, answer }: { readonly outcome: 'called' | 'not called'; readonly answer: string },
): Promise<void> {
  const reason = `${outcome === 'called' ? 'Told' : 'Could not tell'} ${url} of the outcome: ${answer}.`;
  await deliveries.record(id, {}, { at, step: 'called', outcome, reason });
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
