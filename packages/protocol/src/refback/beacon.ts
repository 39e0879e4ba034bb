import { charsetOf } from '../document/content-type.ts';
import type { ReceiverRequest } from '../exchange.ts';
import { urlParts } from '../identity.ts';
import { mediaType } from '../media-type.ts';
import type { Visit } from './referral.ts';

type Fields = ReadonlyMap<string, string>;

/** Names that the script of a page may give to the two URLs; the second spelling is the header's own. */
const REFERRER = ['referrer', 'referer', 'source'];

/**
 * Reads what a page's script reports: `target` and `referrer` as a form (also under `text/plain`, which is what
 * `sendBeacon` calls a string) or as one JSON object. `undefined` when there are not both. The script ran in a page that
 * was shown, so it counts as a visit with status 200.
 */
export function readBeacon({ headers, body, caller }: ReceiverRequest): Visit | undefined {
  const fields = fieldsOf(body, headers['content-type']);
  const page = fields?.get('target');
  const referrer = REFERRER.map((name) => fields?.get(name)).find(Boolean);
  if (!page || !referrer || !isFrom(headers.origin, page)) return undefined;
  return {
    method: 'GET',
    status: 200,
    page,
    referrer,
    userAgent: headers['user-agent'] ?? '',
    purpose: headers['sec-purpose'] ?? '',
    at: undefined,
    client: caller.address,
  };
}

function fieldsOf(body: Uint8Array, contentType: string | undefined): Fields | undefined {
  if ((charsetOf(contentType) ?? 'utf-8').toLowerCase() !== 'utf-8') return undefined;
  const text = new TextDecoder().decode(body);
  return mediaType(contentType) === 'application/json' ? jsonFields(text) : new Map(new URLSearchParams(text));
}

function jsonFields(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    return new Map(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  } catch {
    return undefined;
  }
}

/**
 * A browser names the site whose script sends: another site could make its own visitors report what never was. Programs
 * name none, and forge what they like anyway.
 */
function isFrom(origin: string | undefined, page: string): boolean {
  if (origin === undefined) return true;
  const host = (url: string) => urlParts(url)?.host.replace(/^www\./, '');
  return host(origin) !== undefined && host(origin) === host(page);
}
