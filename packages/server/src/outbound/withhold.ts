import type { Delivery } from '../delivery.ts';
import { entryFor } from '../dont-tell.ts';
import type { SiteDirectory } from '../pages/directory.ts';
import type { Store } from '../ports/index.ts';
import { sendingOff } from './sending-off.ts';
import { type Verdict, withheld } from './verdict.ts';

export interface WithholdDeps {
  readonly store: Pick<Store, 'dontTell' | 'turns'>;
  readonly directory: SiteDirectory;
  /** The configuration's part of the list of whom not to tell. */
  readonly dontTell: readonly string[];
  /** Whether a URL is an endpoint of this very server. */
  readonly isOwnEndpoint: (url: URL) => boolean;
}

/** An endpoint that says it is gone means it; the list of those that come back is short. */
export const GONE_MS = 30 * 86_400_000;

/** What closed endpoints are called among the turns. */
export function goneName(endpoint: string): string {
  return `gone ${endpoint}`;
}

/** All of the list of whom not to tell, as it is now. */
export async function untoldEntries({ store, dontTell }: WithholdDeps): Promise<readonly string[]> {
  return [...dontTell, ...(await store.dontTell.list())];
}

/** The switches count until the request leaves: a post with two hundred links to one host is told for an hour. */
export function keptFromTarget(
  { directory }: WithholdDeps,
  { source, target }: Delivery,
  untold: readonly string[],
): Verdict | undefined {
  const own = directory.resolve(new URL(source));
  const off = own && sendingOff(own);
  return off ? withheld('skipped', off) : listed(untold, target);
}

export async function keptFromEndpoint(
  deps: WithholdDeps,
  { target }: Delivery,
  endpoint: string,
  untold: readonly string[],
  now: number,
): Promise<Verdict | undefined> {
  const loop = loopThrough(deps, target, endpoint);
  if (loop) return withheld('failed', loop);
  const kept = listed(untold, endpoint);
  if (kept) return kept;
  const until = await deps.store.turns.closedUntil(goneName(endpoint), now);
  if (until === undefined) return undefined;
  const day = new Date(until).toISOString().slice(0, 10);
  const reason = `The endpoint ${endpoint} said that it is gone (HTTP 410); it is not asked again before ${day}.`;
  return withheld('failed', reason);
}

function listed(untold: readonly string[], url: string): Verdict | undefined {
  const entry = entryFor(new URL(url), untold);
  return entry === undefined ? undefined : withheld('skipped', `${entry} is on your list of whom not to tell.`);
}

/**
 * A stranger's page may name our own receiver, and we would tell ourselves about pages that are not ours; or any address
 * at the host of one of our sites, which the guard lets us ask wherever it is, and we would post to the owner's own desk.
 */
function loopThrough({ isOwnEndpoint, directory }: WithholdDeps, target: string, endpoint: string): string | undefined {
  const [from, to] = [new URL(target), new URL(endpoint)];
  const isAtOwnSite = from.hostname !== to.hostname && directory.hasHost(to);
  if (!(isOwnEndpoint(to) || isAtOwnSite) || directory.resolve(from)) return undefined;
  return `The page is none of ours and names our own ${endpoint} as its endpoint; nothing was sent.`;
}
