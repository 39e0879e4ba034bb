import { type HeaderLine, type HttpFailure, type HttpRequest, headerValues, parseUrl } from '@hearback/protocol';
import { failure } from './failure.ts';

export type NextHop =
  | { readonly kind: 'stay' }
  | { readonly kind: 'go'; readonly url: URL }
  | { readonly kind: 'fail'; readonly failure: HttpFailure };

/** RFC 9110 §15.4. 300, 304, 305 and 306 are answers like any other. */
const MOVED: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

export function isMoved(status: number): boolean {
  return MOVED.has(status);
}

/**
 * Where a reply sends us. The new URL is made by the WHATWG rules once and then read as strictly as one from outside;
 * the guard judges it like the first. Only the `Location` header counts: no `Refresh`, no markup.
 */
export function nextHop(
  from: URL,
  mode: HttpRequest['redirects'],
  { status, headers }: { readonly status: number; readonly headers: readonly HeaderLine[] },
): NextHop {
  const fail = (kind: HttpFailure['kind'], reason: string): NextHop => ({
    kind: 'fail',
    failure: { ...failure(kind, reason), status },
  });
  const locations = isMoved(status) ? headerValues(headers, 'location') : [];
  const [location] = locations;
  const host = from.hostname;
  if (location === undefined) return { kind: 'stay' };
  if (locations.length > 1) return fail('invalid', `${host} named ${locations.length} places to go to instead`);
  // RFC 9110 §10.2.2 allows ASCII only; guessing an encoding here means asking for a page that nobody named.
  if (!/^[\x20-\x7e\t]*$/.test(location) || !URL.canParse(location, from.href)) {
    return fail('invalid', `${host} sent us on to something that is no address`);
  }
  const target = new URL(location, from);
  target.hash = '';
  const parsed = parseUrl(target.href);
  if (!parsed.ok) return fail('refused', `${host} sent us on to an address that is not followed: ${parsed.reason}`);
  const { url } = parsed;
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    return fail('redirects', `${host} sent us on from https to plain http, which is not followed`);
  }
  if (mode === 'endpoint' && status === 303) {
    return fail('redirects', `${host} answered the notification with a page to look at (303) and not with a result`);
  }
  if (mode === 'endpoint' && url.hostname !== from.hostname) {
    return fail(
      'redirects',
      `${host} sent the notification on to another host, ${url.hostname}, where it is not repeated`,
    );
  }
  return { kind: 'go', url };
}
