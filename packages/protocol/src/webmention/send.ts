import type { Http, HttpReply } from '../http.ts';
import { headerValue } from '../http.ts';
import { mediaType } from '../media-type.ts';
import type { TellOutcome } from '../outcome.ts';
import { readableMessage } from '../pingback/message.ts';
import { readPingFailure } from '../pingback/outcome.ts';
import { isPassing, retryAfterSeconds } from '../pingback/retry.ts';
import { httpUrl } from '../text.ts';
import { asciiUrl } from '../url.ts';

const MAX_REPLY_BYTES = 64 * 1024;
const ENCODER = new TextEncoder();
const DECODER = new TextDecoder();

/** What receivers call the sentence for a person: webmention.io and we, Known, WordPress. */
const MESSAGE_KEYS = ['error_description', 'summary', 'error_text', 'message', 'error'];

/** The peer's words: a known key of its JSON, or plain text; a web page is nobody's answer. */
function messageOf({ headers, body }: HttpReply): string {
  const type = mediaType(headerValue(headers, 'content-type'));
  const text = DECODER.decode(body);
  if (type === 'text/plain') return readableMessage(text);
  if (!type.endsWith('json')) return '';
  try {
    const said: unknown = JSON.parse(text);
    const found = typeof said === 'object' && said !== null ? Object.entries(said) : [];
    const value = MESSAGE_KEYS.map((key) => found.find(([name]) => name === key)?.[1]).find(
      (candidate) => typeof candidate === 'string',
    );
    return typeof value === 'string' ? readableMessage(value) : '';
  } catch {
    return '';
  }
}

function readReply(reply: HttpReply): TellOutcome {
  const { status: httpStatus, finalUrl, headers } = reply;
  if (httpStatus >= 200 && httpStatus < 300) {
    const location = httpStatus === 201 ? headerValue(headers, 'location') : undefined;
    const statusUrl = location === undefined ? '' : httpUrl(location, finalUrl);
    const where = statusUrl === '' ? '' : ` What becomes of it: ${statusUrl}`;
    return {
      outcome: 'delivered',
      message: messageOf(reply),
      httpStatus,
      reason: `The endpoint accepted the webmention.${where}`,
      ...(statusUrl !== '' && { statusUrl }),
    };
  }
  if (isPassing(httpStatus)) {
    const reason = `The endpoint answered HTTP ${httpStatus}: it cannot take the webmention at the moment.`;
    return { outcome: 'later', retryAfter: retryAfterSeconds(headers), fault: undefined, httpStatus, reason };
  }
  if (httpStatus < 400) {
    const reason = `The endpoint answered HTTP ${httpStatus}, a redirect that a webmention may not follow.`;
    return { outcome: 'failed', httpStatus, reason };
  }
  const message = messageOf(reply);
  const words = message === '' ? '' : `: “${message}”`;
  const reason = `The endpoint refused the webmention with HTTP ${httpStatus}${words}.`;
  return { outcome: 'refused', fault: undefined, message, httpStatus, reason };
}

/**
 * Sends one webmention (Webmention §3.1.3): the endpoint's own query stays in its URL, and the media type carries no
 * parameter, since some receivers compare it for equality. Any 2xx is success; of 201 the `Location` is kept. Never
 * rejects as long as `http` does not.
 *
 * @example
 * const sent = await sendWebmention(http, 'https://bob.example/webmention', 'https://alice.example/1', 'https://bob.example/2');
 * if (sent.outcome === 'delivered') console.log(sent.statusUrl);
 */
export async function sendWebmention(
  http: Http,
  endpoint: string,
  source: string,
  target: string,
): Promise<TellOutcome> {
  const from = asciiUrl(source);
  const to = asciiUrl(target);
  if (from === undefined || to === undefined) {
    const which = from === undefined ? 'source' : 'target';
    const reason = `Nothing was sent: the ${which} is no absolute http(s) URL, and a webmention needs two of them.`;
    return { outcome: 'failed', httpStatus: undefined, reason };
  }
  const reply = await http.request({
    method: 'POST',
    url: endpoint,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      accept: 'application/json, text/plain;q=0.9, */*;q=0.5',
    },
    body: ENCODER.encode(new URLSearchParams({ source: from, target: to }).toString()),
    redirects: 'endpoint',
    maxBytes: MAX_REPLY_BYTES,
  });
  return reply.ok ? readReply(reply) : readPingFailure(reply);
}
