import type { HttpRequest } from '@hearback/protocol';
import type { SendOutcome } from '../../ports/index.ts';
import type { Recipient } from '../../recipient.ts';
import { sentence, type WebhookDeps } from './call-webhook.ts';
import type { TellDeps } from './tell-recipient.ts';
import { signedHeaders } from './webhook-signature.ts';

/** Tells somebody that this is a test, at once and once, and says what came of it. */
export type TestNotice = (recipient: Recipient) => Promise<SendOutcome>;

export function createTester({
  channels,
  http,
  clock,
  random,
  payload,
}: Pick<TellDeps, 'channels' | 'clock' | 'random'> & Pick<WebhookDeps, 'http' | 'payload'>): TestNotice {
  return async (recipient) => {
    const id = `test-${random.id()}`;
    if (recipient.kind !== 'webhook') {
      const channel = channels[recipient.kind];
      if (channel) return channel(recipient, { id, tellings: [], counts: new Map() });
      return { outcome: 'refused', reason: 'No mail server is configured (smtp, HEARBACK_SMTP, --smtp).' };
    }
    const at = clock.now();
    const body = payload(recipient, { event: 'mention.held', at }, undefined);
    const headers = { 'content-type': 'application/json', ...(await signedHeaders(recipient, { id, at, body })) };
    const request: HttpRequest = {
      method: 'POST',
      url: recipient.address,
      redirects: 'endpoint',
      headers,
      maxBytes: 1024,
      body: new TextEncoder().encode(body),
    };
    const reply = await http.request(request);
    const reason = sentence(reply.ok ? `it answered HTTP ${reply.status}` : reply.reason);
    return { outcome: reply.ok && reply.status >= 200 && reply.status < 300 ? 'sent' : 'refused', reason };
  };
}
