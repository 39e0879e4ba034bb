import { readDiscovery } from './discovery/discovery.ts';
import type { Discovery } from './discovery/endpoint.ts';
import type { Http, HttpReply } from './http.ts';
import type { TellOutcome } from './outcome.ts';
import { readPingFailure, readPingReply } from './pingback/outcome.ts';
import { isOutage, isPassing, retryAfterSeconds } from './pingback/retry.ts';
import { asciiUrl } from './url.ts';
import { writeCall } from './xml-rpc/write.ts';

/** Why a page could not be asked for its endpoint. */
export interface DiscoveryFailure {
  readonly failure: {
    /** True when the same question may be answered another time. */
    readonly later: boolean;
    /** A sentence for the sender. */
    readonly reason: string;
    /** Seconds, where the page named a time. */
    readonly retryAfter: number | undefined;
    readonly httpStatus: number | undefined;
  };
}

/** Bytes of a page that are searched; inline styles before the link make the few kilobytes of §2.3 too little. */
const MAX_PAGE_BYTES = 512 * 1024;
const MAX_REPLY_BYTES = 64 * 1024;

/**
 * Asks a page where its notifications go. One GET and no HEAD: with the call itself that makes two round trips, and
 * servers answer HEAD wrongly more often than a body costs. The fragment stays here. Never rejects as long as `http` does not.
 *
 * @example
 * const found = await discover(http, 'https://bob.example/2#c3');
 * if (!('failure' in found) && found.chosen !== null) await ping(http, found.chosen.url, source, 'https://bob.example/2#c3');
 */
export async function discover(http: Http, target: string): Promise<Discovery | DiscoveryFailure>;
/**
 * The same with another way to read the page, for those who do not take strangers' markup apart in their own thread.
 *
 * @param read what `readDiscovery` does, or why it could not be done, which comes out as it is
 */
export async function discover<Problem extends object>(
  http: Http,
  target: string,
  read: (url: string, reply: HttpReply) => Promise<Discovery | Problem>,
): Promise<Discovery | DiscoveryFailure | Problem>;
export async function discover<Problem extends object>(
  http: Http,
  target: string,
  read?: (url: string, reply: HttpReply) => Promise<Discovery | Problem>,
): Promise<Discovery | DiscoveryFailure | Problem> {
  const reply = await http.request({
    method: 'GET',
    url: target.replace(/#.*$/s, ''),
    headers: { accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5' },
    redirects: 'page',
    maxBytes: MAX_PAGE_BYTES,
  });
  if (!reply.ok) {
    return {
      failure: { later: isOutage(reply), reason: reply.reason, retryAfter: undefined, httpStatus: reply.status },
    };
  }
  const discovery = read === undefined ? readDiscovery(target, reply) : await read(target, reply);
  if (!('chosen' in discovery)) return discovery;
  if (discovery.chosen !== null || !isPassing(reply.status)) return discovery;
  const reason = `The page answered HTTP ${reply.status}: it cannot be asked for its endpoint at the moment.`;
  return { failure: { later: true, reason, retryAfter: retryAfterSeconds(reply.headers), httpStatus: reply.status } };
}

/**
 * Sends one pingback (Pingback 1.0 §3): `source` and `target` as they are, fragments kept, non-ASCII percent-encoded.
 * `text/xml` without a charset parameter, because some servers compare it for equality; length, host and user agent are
 * the network's to add. Never rejects as long as `http` does not.
 *
 * @example
 * const sent = await ping(http, 'https://bob.example/xmlrpc', 'https://alice.example/1', 'https://bob.example/2');
 * if (sent.outcome === 'later') retryIn(sent.retryAfter ?? 60);
 */
export async function ping(http: Http, endpoint: string, source: string, target: string): Promise<TellOutcome> {
  const from = asciiUrl(source);
  const to = asciiUrl(target);
  if (from === undefined || to === undefined) {
    const which = from === undefined ? 'source' : 'target';
    const reason = `Nothing was sent: the ${which} is no absolute http(s) URL, and a pingback needs two of them.`;
    return { outcome: 'failed', httpStatus: undefined, reason };
  }
  const reply = await http.request({
    method: 'POST',
    url: endpoint,
    headers: { 'content-type': 'text/xml', accept: 'text/xml, application/xml;q=0.9, */*;q=0.5' },
    body: writeCall('pingback.ping', [from, to]),
    redirects: 'endpoint',
    maxBytes: MAX_REPLY_BYTES,
  });
  return reply.ok ? readPingReply(reply) : readPingFailure(reply);
}
