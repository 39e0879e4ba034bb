import type { Http } from '@hearback/protocol';
import type { Listing } from '../../pages/listing.ts';
import type { Clock, Random, Store, Subscription } from '../../ports/index.ts';

export interface SubscribeDeps {
  readonly store: Pick<Store, 'hubs'>;
  readonly http: Http;
  readonly clock: Clock;
  readonly random: Random;
  /** Where the hub reaches us, for one subscription. */
  readonly callbackUrl: (id: string) => string;
  readonly report: (sentence: string) => void;
}

/** Keeps one subscription for each site whose feed names a hub (WebSub). */
export interface Subscriber {
  /** To be called after each look: subscribes, renews what runs out, and leaves a hub that the feed names no more. */
  follow(site: string, listing: Pick<Extract<Listing, { ok: true }>, 'hub' | 'topic'>): Promise<void>;
  /** Ends the subscription of a site, if it has one. Never rejects for anything that the hub does. */
  leave(site: string): Promise<void>;
}

const DAY_MS = 86_400_000;
const LEASE_SECONDS = 10 * 86_400;
/** Hubs answer within minutes; one that has not is asked again, and so is one that did not want us. */
const CONFIRM_MS = 60 * 60_000;
const DENIED_MS = DAY_MS;
/** Of one that was asked to end it no more is expected after that. */
const LEAVING_MS = DAY_MS;
const ENCODER = new TextEncoder();

export function createSubscriber(deps: SubscribeDeps): Subscriber {
  const { store, http, clock, random, callbackUrl, report } = deps;

  async function ask(subscription: Subscription, mode: 'subscribe' | 'unsubscribe'): Promise<void> {
    const fields = {
      'hub.callback': callbackUrl(subscription.id),
      'hub.mode': mode,
      'hub.topic': subscription.topic,
      ...(mode === 'subscribe' && { 'hub.secret': subscription.secret, 'hub.lease_seconds': String(LEASE_SECONDS) }),
    };
    const reply = await http.request({
      method: 'POST',
      url: subscription.hub,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: ENCODER.encode(new URLSearchParams(fields).toString()),
      redirects: 'endpoint',
    });
    if (!reply.ok) report(`The hub ${subscription.hub} could not be asked: ${reply.reason}`);
    else if (reply.status < 200 || reply.status > 299)
      report(`The hub ${subscription.hub} answered HTTP ${reply.status}; the feed is polled as before.`);
  }

  async function leave(site: string): Promise<void> {
    const now = clock.now();
    const held = await store.hubs.bySite(site);
    if (held?.state === 'leaving' && now - held.since < LEAVING_MS) return;
    if (held === undefined) return;
    if (held.state !== 'active') return store.hubs.remove(site);
    // On record first: hubs ask back whether that is meant, and may do so at once.
    const leaving = { ...held, state: 'leaving', since: now } as const;
    await store.hubs.save(leaving);
    await ask(leaving, 'unsubscribe');
  }

  /** Whether a subscription is as it should be for now. */
  function isGood({ state, since, until = 0 }: Subscription, now: number): boolean {
    if (state === 'asked') return now - since < CONFIRM_MS;
    if (state === 'denied') return now - since < DENIED_MS;
    return state === 'active' && until - now > Math.min(DAY_MS, (until - since) / 5);
  }

  return {
    leave,
    async follow(site, { hub, topic }) {
      const held = await store.hubs.bySite(site);
      if (hub === undefined || topic === undefined) return leave(site);
      const isSame = held?.hub === hub && held.topic === topic && held.state !== 'leaving';
      const now = clock.now();
      if (isSame && isGood(held, now)) return;
      if (held && !isSame) await leave(site);
      const fresh = { site, id: random.id(), hub, topic, secret: random.secret(), state: 'asked', since: now } as const;
      // A renewal goes on under the same name, so that what comes meanwhile counts.
      const renewed = isSame && held.state === 'active';
      const subscription: Subscription = renewed ? held : { ...fresh, until: undefined };
      if (!renewed) await store.hubs.save(subscription);
      await ask(subscription, 'subscribe');
    },
  };
}
