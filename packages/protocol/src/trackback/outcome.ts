import { charsetOf } from '../document/content-type.ts';
import type { HttpReply } from '../http.ts';
import { headerValue } from '../http.ts';
import type { TellOutcome } from '../outcome.ts';
import { readableMessage } from '../pingback/message.ts';
import { isPassing, retryAfterSeconds } from '../pingback/retry.ts';
import { decodeReply } from '../xml-rpc/charset.ts';
import { readDamagedTree } from '../xml-rpc/tree.ts';

/** What a TrackBack reply says, whichever dialect it is written in. */
interface Reply {
  /** 0 is success in both dialects. */
  readonly error: number;
  readonly dialect: 'error' | 'success';
  readonly message: string;
}

const LIMITS = { depth: 8, elements: 64 };
const INTEGER = /^[+-]?\d{1,9}$/;

/** The status of a failure that says "too much at once"; every other 403 is for good. */
const THROTTLED = 403;

/** WordPress' words for a pair that it has, of now and of before 2016; there is no code for it. */
const ALREADY = /\balready (?:have )?a ping from that URL\b/i;

/**
 * Reads `<error>` and, where a server writes that in its place, `<success>`: 0 is success and 1 failure there too.
 * Starts at `<response`, because a server's own warnings may stand in front of it. `undefined` for whatever is no
 * TrackBack reply.
 */
function readReply(reply: HttpReply): Reply | undefined {
  const text = decodeReply(reply.body, charsetOf(headerValue(reply.headers, 'content-type')));
  const start = text.search(/<response[\s>]/);
  const tree = start < 0 ? undefined : readDamagedTree(text.slice(start), LIMITS);
  if (!tree?.ok) return undefined;
  const of = (name: string) => tree.root.children.find((child) => child.name === name)?.text;
  const message = readableMessage(of('message') ?? '');
  for (const dialect of ['error', 'success'] as const) {
    const value = of(dialect)?.trim();
    // What is no number is some failure: nobody writes a success in words.
    if (value !== undefined) return { error: INTEGER.test(value) ? Number(value) : 1, dialect, message };
  }
  return undefined;
}

function refusal({ error, message }: Reply, httpStatus: number): TellOutcome {
  const words = message === '' ? ' and no message' : `: “${message}”`;
  const reason = `The endpoint refused the TrackBack with error ${error}${words}.`;
  return { outcome: 'refused', fault: undefined, message, httpStatus, reason };
}

function strangerReason({ status, body }: HttpReply): string {
  if (status >= 400) {
    return `The endpoint answered HTTP ${status} without a TrackBack reply: TrackBacks are off there, or something in front of it blocks them.`;
  }
  if (status >= 300) return `The endpoint answered HTTP ${status}, a redirect that a TrackBack may not follow.`;
  if (body.length === 0)
    return 'The endpoint answered with nothing, which is how WordPress drops what it does not take.';
  return 'The endpoint answered with something that is no TrackBack reply.';
}

/**
 * What an endpoint's HTTP reply means for the TrackBack. A failure is believed under any status, a success under 2xx
 * only. No `<error>` at all is a failure, though some clients take it for a success.
 *
 * @example
 * readTrackbackReply(reply); // { outcome: 'refused', message: 'Closed.', httpStatus: 200, reason: 'The endpoint …', … }
 */
export function readTrackbackReply(reply: HttpReply): TellOutcome {
  const { status: httpStatus } = reply;
  const read = readReply(reply);
  const throttled = httpStatus === THROTTLED && read?.dialect === 'error' && read.error !== 0;
  if (isPassing(httpStatus) || throttled) {
    const reason = `The endpoint answered HTTP ${httpStatus}: it cannot take the TrackBack at the moment.`;
    return { outcome: 'later', retryAfter: retryAfterSeconds(reply.headers), fault: undefined, httpStatus, reason };
  }
  if (read !== undefined && read.error !== 0) {
    if (!ALREADY.test(read.message)) return refusal(read, httpStatus);
    return {
      outcome: 'already',
      fault: undefined,
      message: read.message,
      httpStatus,
      reason: 'The endpoint has this TrackBack already.',
    };
  }
  if (read === undefined || httpStatus < 200 || httpStatus > 299) {
    return { outcome: 'failed', httpStatus, reason: strangerReason(reply) };
  }
  const reason = 'The endpoint accepted the TrackBack.';
  return { outcome: 'delivered', message: read.message, httpStatus, reason };
}
