import { type Caller, type Inbox, parseUrl } from '@hearback/protocol';
import type { Resolve } from '../pages/resolve.ts';
import type { Clock, Random, Store } from '../ports/index.ts';

/** A caller that asks to have its pingback passed on. */
export interface BridgeCaller extends Caller {
  /** What `?forward=` says. */
  readonly forward?: string;
}

export interface BridgeDeps {
  readonly inbox: Inbox;
  readonly resolve: Resolve;
  readonly store: Pick<Store, 'jobs' | 'refusals'>;
  readonly clock: Clock;
  readonly random: Random;
  /** The id of the mention that a status URL is about. */
  readonly idOf: (statusUrl: string) => string | undefined;
  /** Addresses at which this server itself answers. */
  readonly isOwnEndpoint: (url: URL) => boolean;
}

/** Most sources are looked at within this time. */
const FIRST_MS = 30_000;

/**
 * The inbox behind `/webmention?forward=URL`, which makes webmentions of pingbacks for a site with an endpoint of its own. What
 * comes is received like any pingback, and passed on once it was verified. The endpoint has to lie on the host of the site
 * that is linked to: an open bridge would post to whomever a stranger names.
 */
export function createBridge(deps: BridgeDeps): Inbox {
  const { inbox, store, clock, random } = deps;
  return {
    pingbacks: inbox.pingbacks,
    ...(inbox.unusable && { unusable: inbox.unusable }),
    async accept(notification, caller: BridgeCaller) {
      const { protocol, source, target } = notification;
      const [page, endpoint] = [parseUrl(target), parseUrl(caller.forward ?? '')];
      const own = page.ok ? await deps.resolve(page.url) : undefined;
      if (own && !(endpoint.ok && isAtHome(endpoint.url, new URL(own.site.url)))) {
        const reason = 'It was to be forwarded to an endpoint that is not on the host of its target.';
        const refusal = { id: random.id(), site: own.site.id, protocol, source, target, reason, at: clock.now() };
        await store.refusals.add(refusal);
        return { outcome: 'refused', because: 'denied' };
      }
      const decision = await inbox.accept(notification, caller);
      const isKept = decision.outcome === 'accepted' || decision.outcome === 'registered';
      if (!isKept || !own || !endpoint.ok || deps.isOwnEndpoint(endpoint.url)) return decision;
      const id = deps.idOf(decision.statusUrl);
      const { href, host } = endpoint.url;
      if (id !== undefined)
        await store.jobs.enqueue({
          kind: 'hook',
          subject: `forward ${id} ${href}`,
          group: host,
          startAfter: clock.now() + FIRST_MS,
        });
      return decision;
    },
  };
}

function isAtHome(endpoint: URL, site: URL): boolean {
  return endpoint.host === site.host && (endpoint.protocol === 'https:' || endpoint.protocol === site.protocol);
}
