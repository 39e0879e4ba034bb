import type { Door } from './door.ts';

/**
 * Whether a form post comes from our own page. Browsers say so themselves in `Sec-Fetch-Site`, which no script can set;
 * `Origin` decides only where that header is missing, since under `Referrer-Policy: no-referrer` our own forms arrive
 * with `Origin: null`, and so do those of a stranger's sandboxed frame. With neither header the post is refused.
 */
export function isOwnPost(headers: Headers, host: string, door: Door): boolean {
  const site = headers.get('sec-fetch-site');
  // `none` would be a post that no page made; browsers do not send such.
  if (site !== null) return site === 'same-origin';
  const origin = headers.get('origin');
  return origin !== null && door.knowsOrigin(origin, host);
}
