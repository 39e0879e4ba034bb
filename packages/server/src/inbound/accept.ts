import { type Caller, type Decision, type Inbox, identity, type Notification, parseUrl } from '@hearback/protocol';
import type { OwnTarget } from '../pages/directory.ts';
import type { Clock, Random, Store } from '../ports/index.ts';
import { type Screening, screen } from './screen.ts';

export interface AcceptDeps extends Screening {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** Absolute URL of the status page of an id; its length may not depend on the id. */
  readonly statusUrl: (id: string) => string;
  /** Whose server a fetch of this URL would burden: the registrable domain, or the address block of a literal. */
  readonly victimOf: (url: URL) => string;
  /** Milliseconds before the first fetch; random, so that a fleet of us does not visit one new page at once. */
  readonly firstDelay: (url: URL) => number;
  /** Called when a job is waiting that was not there before. */
  readonly onWork: () => void;
}

/** Seconds a sender is asked to wait when the store cannot be written. */
const BUSY_RETRY_AFTER = 60;

/** The inbox behind every receiver: screen, store with its job, and only then answer. */
export function createInbox(deps: AcceptDeps): Inbox {
  const { store, clock, random, statusUrl } = deps;

  async function turnAway(notification: Notification, site: string, reason: string): Promise<string> {
    const { protocol, source, target } = notification;
    return store.refusals.add({ id: random.id(), site, protocol, source, target, reason, at: clock.now() });
  }

  async function keep({ protocol, source, target }: Notification, url: URL, own: OwnTarget) {
    const now = clock.now();
    return store.mentions.accept({
      id: random.id(),
      site: own.site.id,
      source,
      target,
      sourceKey: identity(url),
      targetKey: own.key,
      protocol,
      receivedAt: now,
      group: deps.victimOf(url),
      verifyAfter: now + deps.firstDelay(url),
    });
  }

  async function decide(notification: Notification, caller: Caller): Promise<Decision> {
    const screened = await screen(notification, caller, deps);
    if (!screened.ok) {
      const id = await turnAway(notification, screened.site, screened.reason);
      return screened.quiet
        ? { outcome: 'accepted', statusUrl: statusUrl(id) }
        : { outcome: 'refused', because: screened.because };
    }
    const accepted = await keep(notification, screened.source, screened.target);
    deps.onWork();
    return accepted.isPublic ? { outcome: 'registered' } : { outcome: 'accepted', statusUrl: statusUrl(accepted.id) };
  }

  return {
    async accept(notification, caller) {
      try {
        return await decide(notification, caller);
      } catch (error) {
        // A full disk or a locked file: say so and let the sender come again, rather than take what cannot be kept.
        if (isStorageTrouble(error)) return { outcome: 'busy', retryAfter: BUSY_RETRY_AFTER };
        throw error;
      }
    },
    async pingbacks(target) {
      const parsed = parseUrl(target);
      const own = parsed.ok ? await deps.resolve(parsed.url) : undefined;
      if (own?.state !== 'open') return undefined;
      const { rows } = await store.mentions.published({
        targetKeys: [own.key],
        sites: [own.site.id],
        sortBy: 'created',
        direction: 'up',
        limit: 1000,
        offset: 0,
      });
      return rows.map(({ source }) => source);
    },
  };
}

function isStorageTrouble(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'storage';
}
