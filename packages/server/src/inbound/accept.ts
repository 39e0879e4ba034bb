import { type Caller, type Decision, type Inbox, identity, type Notification, parseUrl } from '@hearback/protocol';
import { isStorageTrouble } from '../errors.ts';
import type { PendingLimits } from '../limits/pending.ts';
import type { OwnTarget } from '../pages/directory.ts';
import type { Accepted, Clock, Random, Store } from '../ports/index.ts';
import { settingsOf } from '../site-settings.ts';
import { type Screening, screen } from './screen.ts';
import { createUnusable } from './unusable.ts';
import type { VerifiedReply } from './verified-reply.ts';
import type { Vouching } from './vouch.ts';

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
  /** Lets replies wait for the check of the source; without it they leave as soon as the notification is stored. */
  readonly verified?: VerifiedReply | undefined;
  /** Turns away what there is no room for; without it there is room for all. */
  readonly pending?: PendingLimits | undefined;
  /** Wants webmentions of unknown sites to be vouched for; without it a vouch is not looked at. */
  readonly vouching?: Vouching | undefined;
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

  async function keep(
    { protocol, source, target }: Notification,
    url: URL,
    own: OwnTarget,
    sourceKey: string,
    group: string,
    caller: Caller,
  ) {
    const now = clock.now();
    return store.mentions.accept({
      id: random.id(),
      site: own.site.id,
      source,
      target,
      sourceKey,
      targetKey: own.key,
      protocol,
      receivedAt: now,
      group,
      verifyAfter: now + deps.firstDelay(url),
      // A visitor's address is nobody's business.
      sender: protocol === 'refback' ? undefined : caller.address,
    });
  }

  async function keepIfRoom(
    notification: Notification,
    url: URL,
    own: OwnTarget,
    caller: Caller,
  ): Promise<Accepted | Decision> {
    const group = deps.victimOf(url);
    const sourceKey = identity(url);
    const site = own.site.id;
    const pair = `${site} ${sourceKey} ${own.key}`;
    const reserved = deps.pending?.reserve({ domain: group, target: own.key, site }, pair);
    const place = reserved instanceof Promise ? await reserved : reserved;
    if (place && !place.ok) return { outcome: place.outcome, retryAfter: place.retryAfter };
    let fresh = false;
    try {
      const accepted = await keep(notification, url, own, sourceKey, group, caller);
      fresh = accepted.fresh;
      return accepted;
    } finally {
      place?.settle(fresh);
    }
  }

  async function unlessVouched(notification: Notification, source: URL, site: string): Promise<Decision | undefined> {
    if (notification.protocol !== 'webmention' || !deps.vouching) return undefined;
    const vouched = await deps.vouching(site, source, notification.vouch);
    switch (vouched.result) {
      case 'vouched':
        return undefined;
      case 'later':
        return { outcome: 'limited', retryAfter: Math.ceil(vouched.waitMs / 1000) };
      case 'wanted':
        await turnAway(notification, site, 'Its site is unknown and nobody vouches for it.');
        return { outcome: 'refused', because: 'vouch-wanted' };
      case 'useless':
        await turnAway(notification, site, 'Its vouch is no page of a known site with a followed link to it.');
        return { outcome: 'refused', because: 'vouch-useless' };
    }
  }

  async function decide(notification: Notification, caller: Caller): Promise<Decision> {
    // Nobody waits for the reply to a referrer.
    const verified = notification.protocol === 'refback' ? undefined : deps.verified;
    const screened = await screen(notification, caller, deps);
    if (!screened.ok) {
      const named = screened.nameless ? { ...notification, source: '' } : notification;
      const id = await turnAway(named, screened.site, screened.reason);
      if (!screened.quiet) return { outcome: 'refused', because: screened.because };
      return (
        (screened.isTrial ? undefined : verified?.unfetched()) ?? { outcome: 'accepted', statusUrl: statusUrl(id) }
      );
    }
    const unvouched = await unlessVouched(notification, screened.source, screened.target.site.id);
    if (unvouched) return unvouched;
    const accepted = await keepIfRoom(notification, screened.source, screened.target, caller);
    if ('outcome' in accepted) return accepted;
    deps.onWork();
    if (accepted.isPublic) return { outcome: 'registered', statusUrl: statusUrl(accepted.id) };
    const queued = { outcome: 'accepted', statusUrl: statusUrl(accepted.id) } as const;
    return verified?.decide(accepted.id, queued) ?? queued;
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
    unusable: createUnusable(deps),
    async pingbacks(target) {
      const parsed = parseUrl(target);
      const own = parsed.ok ? await deps.resolve(parsed.url) : undefined;
      if (own?.state !== 'open' || !settingsOf(own.site).protocols.includes('pingback')) return undefined;
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
