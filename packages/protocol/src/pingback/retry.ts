import type { HeaderLine, HttpFailure } from '../http.ts';
import { headerValue } from '../http.ts';

/**
 * `Retry-After` in seconds (RFC 9110 §10.2.3), whether it is a number or a date; a date counts from the peer's own `Date`
 * header, so that nobody's clock matters. `undefined` when it is missing or makes no sense.
 */
export function retryAfterSeconds(headers: readonly HeaderLine[]): number | undefined {
  const value = headerValue(headers, 'retry-after')?.trim() ?? '';
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const seconds = (Date.parse(value) - Date.parse(headerValue(headers, 'date') ?? '')) / 1000;
  return Number.isFinite(seconds) && seconds >= 0 ? Math.ceil(seconds) : undefined;
}

/** HTTP says of these that the same request may do another time (RFC 9110 §15, RFC 6585, RFC 8470). */
const PASSING: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

/** The statuses under which the same request is worth another try. */
export function isPassing(status: number): boolean {
  return PASSING.has(status);
}

/** Outages pass; the refusal of our own guard and a peer that breaks HTTP do not. */
export function isOutage({ kind }: HttpFailure): boolean {
  return kind !== 'refused' && kind !== 'invalid' && kind !== 'redirects';
}
