import { type Facts, type Http, headerValue, isReadable, type PageReading, type Protocol } from '@hearback/protocol';
import type { ReadSource } from './aliases.ts';
import { MATCH_WORDS } from './match-words.ts';

/**
 * What one look at a source found out. `later` is an outage or a wall; `retry` says whether another try is worth it.
 * `unread`: what stands there is no page, so that nobody can say whether it links.
 */
export type Verification =
  | { readonly result: 'linked'; readonly reading: PageReading; readonly reason: string }
  | { readonly result: 'unlinked'; readonly facts: Facts; readonly reason: string }
  | { readonly result: 'gone'; readonly facts: Facts; readonly reason: string }
  | { readonly result: 'unread'; readonly facts: Facts; readonly reason: string }
  | {
      readonly result: 'later';
      readonly retry: boolean;
      readonly retryAfterMs: number | undefined;
      /** Of an answer that was no page; `undefined` when nobody answered. */
      readonly facts: Facts | undefined;
      readonly reason: string;
      /** The page ended its reader. */
      readonly poison?: true;
    };

export interface LookDeps {
  readonly http: Http;
  readonly readSource: ReadSource;
}

const NO_FACTS: Facts = { status: 0, finalUrl: '', title: '', canonical: '', noindex: false, language: '' };
/** What is read for links, the richest first; a server that has none of it may send what it has (Webmention §3.2.2). */
const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, application/json;q=0.3, text/plain;q=0.2, */*;q=0.1';
/** Of a media type in a sentence, in characters: a header line may have 16 KiB. */
const MAX_TYPE = 100;
const PARTLY = 'It links to so many other addresses of the site that not all of them were compared with the target.';
const GONE = new Set([404, 410]);
const FAILURES_WORTH_RETRYING = new Set(['dns', 'connect', 'tls', 'timeout', 'reset']);

/** Fetches the source once and looks for the target in it. `protocols` are those that announced the link. */
export async function look(
  deps: LookDeps,
  source: string,
  target: string,
  protocols: readonly Protocol[],
): Promise<Verification> {
  const url = source.replace(/#.*$/s, '');
  const reads = (type: string | undefined) => isReadable(type, protocols);
  const reply = await deps.http.request({ method: 'GET', url, headers: { accept: ACCEPT }, redirects: 'page', reads });
  if (!reply.ok) return later(reply.reason, FAILURES_WORTH_RETRYING.has(reply.kind));

  const { status, finalUrl, headers, body } = reply;
  const answered = { ...NO_FACTS, status, finalUrl };
  if (GONE.has(status))
    return { result: 'gone', facts: answered, reason: `The source answered ${status}: the page is gone.` };
  if (status !== 200) {
    const wait = retryAfterMs(headerValue(headers, 'retry-after'));
    const outage = status === 429 || status >= 500;
    return later(`The source answered ${status} instead of a page.`, outage, wait, answered);
  }
  const type = headerValue(headers, 'content-type');
  if (!reads(type))
    return {
      result: 'unread',
      facts: answered,
      reason: `The source is no page that is read for links (${type?.slice(0, MAX_TYPE) ?? 'no content type'}).`,
    };

  const read = await deps.readSource({ body, status, finalUrl, headers, target, protocols });
  if (!read.ok) return { ...later(read.reason, true, undefined, answered), poison: true };
  const { links, level, facts } = read.reading;
  if (GONE.has(facts.status))
    return {
      result: 'gone',
      facts,
      reason: `The source says of itself that it is gone (${facts.status}).`,
    };
  if (links.length > 0) {
    const how = MATCH_WORDS[level ?? 'L0'];
    return { result: 'linked', reading: read.reading, reason: `The source links to the target, ${how}.` };
  }
  const reason = reply.truncated
    ? 'The link was not found within the first 1 MiB of the source.'
    : 'The source has no link to the target.';
  return { result: 'unlinked', facts, reason: read.partly === true ? `${reason} ${PARTLY}` : reason };
}

function later(reason: string, retry: boolean, retryAfterMs?: number, facts?: Facts) {
  return { result: 'later', retry, retryAfterMs, facts, reason } as const;
}

/** RFC 9110 §10.2.3 in seconds; the date form is not worth a clock here and counts as absent. At most a day. */
function retryAfterMs(value: string | undefined): number | undefined {
  return value && /^\d{1,9}$/.test(value.trim()) ? Math.min(Number(value), 86_400) * 1000 : undefined;
}
