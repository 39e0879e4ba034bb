import { createHmac, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { lookNow } from '../outbound/look-now.ts';
import type { Subscription } from '../ports/index.ts';
import type { WebDeps } from './deps.ts';

/** How long a look waits for more news, so that a hub that repeats itself makes one look of them. */
const GATHER_MS = 5_000;
const MAX_BYTES = 10 * 1024 * 1024;
const MAX_CHALLENGE = 1_000;
const USUAL_LEASE_SECONDS = 10 * 86_400;
const MAX_LEASE_SECONDS = 366 * 86_400;
const SIGNATURE = /^(sha1|sha256|sha384|sha512)=([0-9a-f]{40,128})$/i;

const PLAIN = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };

/**
 * Where hubs reach us (WebSub §5.3, §7). A GET asks whether a subscription is meant and is answered from our own record of
 * what we asked for; a POST brings news, which is never read, for whoever knows the address could have written it: with a
 * good signature it makes us look at the feed itself.
 */
export function websubRoutes({ store, clock, onWork }: Pick<WebDeps, 'store' | 'clock' | 'onWork'>): Hono {
  const routes = new Hono();

  routes.get('/:id', async (c) => {
    const subscription = await store.hubs.byId(c.req.param('id'));
    const challenge = c.req.query('hub.challenge') ?? '';
    const isOurs = subscription?.topic === c.req.query('hub.topic') && challenge.length <= MAX_CHALLENGE;
    const next =
      subscription && isOurs && confirmed(subscription, c.req.query('hub.mode'), c.req.query('hub.lease_seconds'));
    if (!next) return c.body('There is no such subscription.\n', 404, PLAIN);
    if (next === 'ended') await store.hubs.remove(subscription.site);
    else await store.hubs.save(next);
    return c.body(challenge, 200, PLAIN);
  });

  function confirmed(held: Subscription, mode = '', seconds = ''): Subscription | 'ended' | undefined {
    const now = clock.now();
    const isWanted = held.state === 'asked' || held.state === 'active';
    if (mode === 'unsubscribe') return held.state === 'leaving' ? 'ended' : undefined;
    if (mode === 'denied') return isWanted ? { ...held, state: 'denied', since: now, until: undefined } : undefined;
    if (mode !== 'subscribe' || !isWanted) return undefined;
    const lease = /^[1-9]\d{0,9}$/.test(seconds) ? Math.min(Number(seconds), MAX_LEASE_SECONDS) : USUAL_LEASE_SECONDS;
    return { ...held, state: 'active', since: now, until: now + lease * 1000 };
  }

  routes.post('/:id', async (c) => {
    const subscription = await store.hubs.byId(c.req.param('id'));
    if (!subscription) return c.body('There is no such subscription.\n', 404, PLAIN);
    // Told so, a hub forgets us.
    if (subscription.state === 'leaving') return c.body('This subscription is over.\n', 410, PLAIN);
    const signed = await isSigned(c.req.raw, subscription.secret);
    if (signed === 'too large') return c.body('That is more than 10 MiB.\n', 413, PLAIN);
    if (signed) {
      await lookNow(store, { id: subscription.site }, clock.now() + GATHER_MS);
      onWork?.();
    }
    // A wrong signature is answered like a good one (§7.1.1), which tells nothing to whoever tries some.
    return c.body(null, 202);
  });
  return routes;
}

/** The body is counted and hashed piece by piece, and kept nowhere. */
async function isSigned(request: Request, secret: string): Promise<boolean | 'too large'> {
  const [, method = '', given = ''] = SIGNATURE.exec(request.headers.get('x-hub-signature')?.trim() ?? '') ?? [];
  const hmac = createHmac(method.toLowerCase() || 'sha256', secret);
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length > MAX_BYTES) return 'too large';
    hmac.update(part);
  }
  const [own, theirs] = [hmac.digest(), Buffer.from(given, 'hex')];
  return method !== '' && own.length === theirs.length && timingSafeEqual(own, theirs);
}
