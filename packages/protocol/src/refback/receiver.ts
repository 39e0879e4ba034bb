import type { ReceiverReply, ReceiverRequest } from '../exchange.ts';
import { isCompressed, isTooLong, MAX_REQUEST_BYTES, plainReply, retryAfterHeader, tooLarge } from '../exchange.ts';
import type { Caller } from '../inbox.ts';
import type { Receiver, ReceiverOptions } from '../receiver.ts';
import { receiverOf } from '../receiver.ts';
import { readBeacon } from './beacon.ts';
import { type Referral, readReferral } from './referral.ts';

/** What a refback receiver hands its referrals to. May throw; the visitor never learns. */
export interface Referrals {
  hear(referral: Referral, caller: Caller): Promise<unknown>;
}

const CORS = { 'access-control-allow-origin': '*', 'cache-control': 'no-store' } as const;

function nothing(headers?: Readonly<Record<string, string>>): ReceiverReply {
  return { status: 204, headers: { ...CORS, ...headers }, body: new Uint8Array() };
}

function refuseUnread(method: string, headers: ReceiverRequest['headers']): ReceiverReply | undefined {
  if (method === 'OPTIONS') {
    return nothing({
      'access-control-allow-methods': 'POST',
      'access-control-allow-headers': 'content-type',
      'access-control-max-age': '86400',
    });
  }
  if (method !== 'POST') {
    return plainReply(405, 'Pages report their visitors here: it answers POST requests only.', {
      allow: 'POST, OPTIONS',
    });
  }
  if (isCompressed(headers)) return plainReply(415, 'Compressed requests are not read here: send the form as it is.');
  return isTooLong(headers) ? tooLarge() : undefined;
}

/** The browser that sent it does not come again, so this is for whoever looks at its console. */
function decline(outcome: 'limited' | 'busy', retryAfter: number): ReceiverReply {
  const headers = { ...CORS, ...retryAfterHeader(retryAfter) };
  return plainReply(outcome === 'limited' ? 429 : 503, 'Too many visits were reported for now.', headers);
}

/**
 * Hears the beacons of one's own pages: a form with `target` (the page) and `referrer` (where its visitor came from).
 * Every one that can be read at all is answered with the same empty 204, whatever is in it and whatever becomes of it:
 * it comes from a visitor's browser, which has no use for more.
 *
 * @example
 * const receiver = createRefbackReceiver({ hear: async ({ source, target }) => queue.push([source, target]) });
 * app.post('/refback', (c) => receiver.fetch(c.req.raw));
 */
export function createRefbackReceiver(referrals: Referrals, options: ReceiverOptions = {}): Receiver {
  async function receive(request: ReceiverRequest): Promise<ReceiverReply> {
    const refused = refuseUnread(request.method, request.headers);
    if (refused !== undefined) return refused;
    if (request.body.length > MAX_REQUEST_BYTES) return tooLarge();
    const visit = readBeacon(request);
    const reading = visit && readReferral(visit);
    try {
      if (reading?.ok) await referrals.hear(reading.referral, request.caller);
    } catch (error: unknown) {
      options.onError?.(error);
    }
    return nothing();
  }

  return receiverOf({ refuseUnread, decline, receive });
}
