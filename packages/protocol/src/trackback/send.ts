import type { Http } from '../http.ts';
import type { Notification, SourceText } from '../notification.ts';
import type { TellOutcome } from '../outcome.ts';
import { readPingFailure } from '../pingback/outcome.ts';
import { firstGraphemes, plainText } from '../text.ts';
import { asciiUrl } from '../url.ts';
import { readTrackbackReply } from './outcome.ts';

const MAX_REPLY_BYTES = 64 * 1024;
/** What WordPress keeps of a title and an excerpt, and the longest blog name that is taken everywhere. */
const MAX_TITLE = 250;
const MAX_EXCERPT = 252;
const MAX_BLOG_NAME = 150;

const ENCODER = new TextEncoder();

/** The limits count characters and `plainText` counts graphemes, of which one may be many characters. */
function short(text: string, max: number): string {
  let cut = plainText(text, max);
  for (let graphemes = max; cut.length > max; graphemes -= 1) cut = firstGraphemes(cut, graphemes).trimEnd();
  return cut;
}

/**
 * The form of a TrackBack in UTF-8, with all four fields and none of them empty: some servers drop a ping without a
 * title, others one without excerpt or blog name.
 *
 * @param source absolute http(s) URL in ASCII
 */
export function writeForm(source: string, { title, excerpt, siteName }: SourceText): Uint8Array<ArrayBuffer> {
  const shown = short(title, MAX_TITLE) || source.slice(0, MAX_TITLE);
  const form = new URLSearchParams({
    url: source,
    title: shown,
    excerpt: short(excerpt, MAX_EXCERPT) || shown,
    blog_name: short(siteName, MAX_BLOG_NAME) || new URL(source).host.slice(0, MAX_BLOG_NAME),
  });
  return ENCODER.encode(form.toString());
}

/**
 * Sends one TrackBack (TrackBack 1.2). The charset stands on the `Content-Type` as the specification asks since 1.2; no
 * `Referer`, on which some servers redirect. The target is not sent: the endpoint's URL stands for it. Never rejects as
 * long as `http` does not.
 *
 * @example
 * await sendTrackback(http, 'https://bob.example/mt-tb.cgi/5', { source: 'https://alice.example/1', title: 'On Bob', … });
 */
export async function sendTrackback(
  http: Http,
  endpoint: string,
  notice: Pick<Notification, 'source'> & SourceText,
): Promise<TellOutcome> {
  const source = asciiUrl(notice.source);
  if (source === undefined) {
    const reason = 'Nothing was sent: the source is no absolute http(s) URL, and a TrackBack needs one.';
    return { outcome: 'failed', httpStatus: undefined, reason };
  }
  const reply = await http.request({
    method: 'POST',
    url: endpoint,
    headers: {
      'content-type': 'application/x-www-form-urlencoded; charset=utf-8',
      accept: 'text/xml, application/xml;q=0.9, */*;q=0.5',
    },
    body: writeForm(source, notice),
    redirects: 'endpoint',
    maxBytes: MAX_REPLY_BYTES,
  });
  return reply.ok ? readTrackbackReply(reply) : readPingFailure(reply);
}
