import { identity } from '@hearback/protocol';
import { type Delivery, GONE } from '../delivery.ts';
import type { Store } from '../ports/index.ts';
import { findEndpoint } from './find-endpoint.ts';
import { knownDeliveries } from './known-deliveries.ts';
import { createLines } from './lines.ts';
import { newDelivery } from './new-delivery.ts';
import { DROPPED, nobodyKnew, type PublishDeps } from './publish.ts';
import { readSource } from './read-source.ts';
import { removedOf } from './removed.ts';
import { mayBeToldAfterAll, updatesOf } from './updates.ts';
import { routeOf } from './verdict.ts';
import { createVisit, type Visit } from './visit.ts';
import { keptFromEndpoint, keptFromTarget, untoldEntries, type WithholdDeps } from './withhold.ts';

export interface PreviewDeps extends PublishDeps, WithholdDeps {
  readonly store: Store;
  readonly pause: (ms: number) => Promise<void>;
}

export type Previewed =
  | { readonly ok: true; readonly deliveries: readonly Delivery[]; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly reason: string };

/** Hosts asked at the same time; the pages of one host are asked one after the other. */
const HOSTS_AT_ONCE = 16;

/**
 * What `publish` would do: links whose endpoint was found and targets to be told again are `queued`, others told before are
 * as they ended, and nothing is stored or sent. What came to nothing is looked at anew where it would be taken up again.
 * The ids of new deliveries are `''`, since there is nothing that they name.
 * What would have to be looked at after the `deadline` is `queued`, too.
 */
export async function preview(deps: PreviewDeps, given: string, deadline?: number): Promise<Previewed> {
  const reading = await readSource(deps, given);
  if (!reading.ok) return reading;
  const known = await knownDeliveries(deps.store.deliveries, reading.source);
  const targets = new Set(reading.links.map(({ target }) => identity(target)));
  const removed = await removedOf(deps.store.deliveries, known.values(), { targets, now: deps.clock.now() });
  const { version, off } = reading;
  const updates = [...updatesOf(known.values(), { targets, version }), ...removed.updates];
  for (const { row, reason } of off === undefined ? updates : [])
    known.set(identity(row.target), { ...row, status: 'queued', reason });
  const now = deps.clock.now();
  const unasked = new Set<Delivery>();
  const linked = reading.links.map(({ target, skip }) => {
    const row = known.get(identity(target));
    const wish = { ...newDelivery(deps, reading, target, skip ?? off), id: row?.id ?? '' };
    if (row && !(wish.status === 'queued' && mayBeToldAfterAll(row, now))) return asItEnded(row);
    if (wish.status === 'queued') unasked.add(wish);
    return wish;
  });
  const told = [...removed.updates.map(({ row }) => row), ...removed.settled];
  const wanted = [
    ...linked,
    ...told.map((row) => known.get(identity(row.target)) ?? row),
    ...removed.dropped.map((row) => ({ ...row, ...DROPPED })),
  ];
  if (version === GONE && wanted.length === 0) return { ok: false, reason: nobodyKnew(reading.source) };
  return { ok: true, deliveries: await looked(deps, wanted, unasked, deadline), warnings: reading.warnings };
}

/** Nobody is to think that a look has told them. */
function asItEnded(row: Delivery): Delivery {
  const isTold = row.status === 'delivered' || row.status === 'refused';
  return isTold ? { ...row, reason: `Told before, and not again now. ${row.reason}` } : row;
}

async function looked(
  deps: PreviewDeps,
  wanted: readonly Delivery[],
  unasked: ReadonlySet<Delivery>,
  deadline = Number.POSITIVE_INFINITY,
): Promise<readonly Delivery[]> {
  const seen = new Map(wanted.map((row) => [row.target, row]));
  const open = wanted.filter((row) => unasked.has(row));
  const hosts = [...Map.groupBy(open, ({ target }) => new URL(target).host).values()];
  const asker = async () => {
    for (let rows = hosts.shift(); rows; rows = hosts.shift()) {
      for (const row of rows) seen.set(row.target, await withEndpoint(deps, row, deadline));
    }
  };
  await Promise.all(Array.from({ length: HOSTS_AT_ONCE }, asker));
  return wanted.map((row) => seen.get(row.target) ?? row);
}

const LATER = 'Not looked at yet, since others came first: its endpoint is looked for when it is told.';

async function withEndpoint(deps: PreviewDeps, row: Delivery, deadline: number): Promise<Delivery> {
  const untold = await untoldEntries(deps);
  const kept = keptFromTarget(deps, row, untold);
  if (kept) return { ...row, status: kept.status, reason: kept.reason };
  // Nobody else of this look is at the host: its pages are asked one after the other.
  const visit = createVisit(deps, createLines(), row.target);
  if (!(await enteredBefore(deps, visit, new URL(row.target), deadline))) return { ...row, reason: LATER };
  const found = routeOf(await findEndpoint(deps, row.target));
  await visit.leave(deps.store.turns);
  if (!('how' in found)) return { ...row, status: found.status, reason: found.reason, httpStatus: found.httpStatus };
  const { how, ...route } = found;
  const shut = await keptFromEndpoint(deps, row, route.endpoint, untold, deps.clock.now());
  return { ...row, ...route, ...(shut ? { status: shut.status, reason: shut.reason } : { reason: how }) };
}

/** Waits for its turn at the host like everybody else, but no longer than that. */
async function enteredBefore(
  { clock, pause }: PreviewDeps,
  visit: Visit,
  url: URL,
  deadline: number,
): Promise<boolean> {
  for (;;) {
    if (clock.now() >= deadline) return false;
    const at = await visit.toRead(url);
    if (at === undefined) return true;
    await pause(Math.min(at, deadline) - clock.now());
  }
}
