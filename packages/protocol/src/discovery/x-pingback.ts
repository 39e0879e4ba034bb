import type { HeaderLine } from '../http.ts';
import { headerValues } from '../http.ts';

/** Two lines arrive as one from every HTTP client that joins them; no endpoint URL has `, http` in it. */
const JOINED = /,\s+(?=https?:)/i;

/**
 * The value of the first `X-Pingback` header that is not empty (Pingback 1.0 §2.3, step 1). Taken as it is: only the
 * link element has entities.
 */
export function xPingback(headers: readonly HeaderLine[]): string | undefined {
  return headerValues(headers, 'x-pingback')
    .map((value) => value.trim().split(JOINED)[0] ?? '')
    .find((value) => value !== '');
}
