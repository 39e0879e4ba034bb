import {
  type Facts,
  type Http,
  type HttpReply,
  headerValue,
  isReadable,
  type PageReading,
  type Protocol,
  wallOf,
} from '@hearback/protocol';
import type { SeenLink } from '../backlink.ts';
import type { Clock, Known } from '../ports/index.ts';
import type { ReadSource } from './aliases.ts';
import { MATCH_WORDS } from './match-words.ts';
import { seenLink } from './seen-link.ts';
import { outageOf, wallReason } from './wall-words.ts';

/**
 * What one look at a source found out. `later` is an outage or a wall; `retry` says whether another try is worth it.
 * `unread`: what stands there is no page, so that nobody can say whether it links.
 * `unchanged`: its server says that it is the page that had the link.
 */
export type Verification =
  | { readonly result: 'linked'; readonly reading: PageReading; readonly seen: SeenLink; readonly reason: string }
  | { readonly result: 'unchanged'; readonly reason: string }
  | { readonly result: 'unlinked'; readonly facts: Facts; readonly reason: string }
  | { readonly result: 'gone'; readonly facts: Facts; readonly reason: string }
  | { readonly result: 'unread'; readonly facts: Facts; readonly outage: string; readonly reason: string }
  | {
      readonly result: 'later';
      readonly retry: boolean;
      readonly retryAfterMs: number | undefined;
      /** Of an answer that was no page; `undefined` when nobody answered. */
      readonly facts: Facts | undefined;
      /** What it was; see `Backlink.outage`. */
      readonly outage: string;
      readonly reason: string;
      /** The page ended its reader. */
      readonly poison?: true;
      /** It is unchanged, but at another address than the one that was read: it has to be read there. */
      readonly moved?: true;
    };

export interface LookDeps {
  readonly http: Http;
  readonly readSource: ReadSource;
  readonly clock: Clock;
}

const NO_FACTS: Facts = { status: 0, finalUrl: '', title: '', canonical: '', noindex: false, language: '' };
/** What is read for links, the richest first; a server that has none of it may send what it has (Webmention §3.2.2). */
const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, application/json;q=0.3, text/plain;q=0.2, */*;q=0.1';
/** What is read of an answer that is no page; on this thread, so not much. */
const MAX_WALL_BYTES = 64 * 1024;
/** Of a media type in a sentence, in characters: a header line may have 16 KiB. */
const MAX_TYPE = 100;
const PARTLY = 'It links to so many other addresses of the site that not all of them were compared with the target.';
const GONE = new Set([404, 410]);
const FAILURES_WORTH_RETRYING = new Set(['dns', 'connect', 'tls', 'timeout', 'reset']);

/**
 * Fetches the source once and looks for the target in it. `protocols` are those that announced the link; `known` asks for
 * the page only if it is another one than that which had the link.
 */
export async function look(
  deps: LookDeps,
  source: string,
  target: string,
  protocols: readonly Protocol[],
  known?: Known,
): Promise<Verification> {
  const fetched = await fetchSource(deps.http, source, protocols, known);
  if ('result' in fetched) return fetched;
  const { reply, url } = fetched;
  const { status, finalUrl, headers, body } = reply;
  const answered = { ...NO_FACTS, status, finalUrl };
  const now = deps.clock.now();
  const read = await deps.readSource({ body, status, finalUrl, headers, target, protocols, asked: url, now });
  if (!read.ok) return { ...later(read.reason, true, 'unreadable', undefined, answered), poison: true };
  const { links, level, facts } = read.reading;
  if (GONE.has(facts.status))
    return {
      result: 'gone',
      facts,
      reason: `The source says of itself that it is gone (${facts.status}).`,
    };
  if (links.length > 0) {
    const how = MATCH_WORDS[level ?? 'L0'];
    const reason = `The source links to the target, ${how}.`;
    return { result: 'linked', reading: read.reading, seen: seenLink(read.reading, reply), reason };
  }
  const { wall } = read.reading;
  if (wall) return later(wallReason(wall, status), wall.kind === 'maintenance', outageOf(wall), undefined, answered);
  const reason = reply.truncated
    ? 'The link was not found within the first 1 MiB of the source.'
    : 'The source has no link to the target.';
  return { result: 'unlinked', facts, reason: read.partly === true ? `${reason} ${PARTLY}` : reason };
}

/** The source as a page that can be read for links, or what the look came to without one. */
export async function fetchSource(
  http: Http,
  source: string,
  protocols: readonly Protocol[],
  known?: Known,
): Promise<
  | { readonly reply: HttpReply; readonly url: string }
  | Exclude<Verification, { readonly result: 'linked' | 'unlinked' }>
> {
  const url = source.replace(/#.*$/s, '');
  const reads = (type: string | undefined) => isReadable(type, protocols);
  const reply = await http.request({
    method: 'GET',
    url,
    headers: { accept: ACCEPT, ...unlessKnown(known) },
    redirects: 'page',
    reads,
  });
  if (!reply.ok) return later(reply.reason, FAILURES_WORTH_RETRYING.has(reply.kind), reply.kind);

  const { status, finalUrl, headers, body } = reply;
  const answered = { ...NO_FACTS, status, finalUrl };
  if (status === 304 && known !== undefined) {
    if (finalUrl === known.finalUrl)
      return { result: 'unchanged', reason: 'The source is the page that had the link: it has not changed (304).' };
    return { ...later('The source is at another address now; it is read there.', true, 'status 304'), moved: true };
  }
  if (GONE.has(status))
    return { result: 'gone', facts: answered, reason: `The source answered ${status}: the page is gone.` };
  if (status !== 200) {
    const wait = retryAfterMs(headerValue(headers, 'retry-after'));
    const outage = status === 429 || status >= 500;
    const wall = wallOf({ ...reply, body: body.subarray(0, MAX_WALL_BYTES), asked: url });
    const reason = wall ? wallReason(wall, status) : `The source answered ${status} instead of a page.`;
    return later(reason, outage, wall ? outageOf(wall) : `status ${status}`, wait, answered);
  }
  const type = headerValue(headers, 'content-type');
  if (!reads(type))
    return {
      result: 'unread',
      facts: answered,
      outage: 'no-page',
      reason: `The source is no page that is read for links (${type?.slice(0, MAX_TYPE) ?? 'no content type'}).`,
    };

  return { reply, url };
}

function later(reason: string, retry: boolean, outage: string, retryAfterMs?: number, facts?: Facts) {
  return { result: 'later', retry, retryAfterMs, facts, outage, reason } as const;
}

function unlessKnown(known: Known | undefined): Record<string, string> {
  return {
    ...(known?.entityTag && { 'if-none-match': known.entityTag }),
    ...(known?.lastModified && { 'if-modified-since': known.lastModified }),
  };
}

/** RFC 9110 §10.2.3 in seconds; the date form is not worth a clock here and counts as absent. At most a day. */
function retryAfterMs(value: string | undefined): number | undefined {
  return value && /^\d{1,9}$/.test(value.trim()) ? Math.min(Number(value), 86_400) * 1000 : undefined;
}
