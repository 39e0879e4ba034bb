import { type HeaderLine, headerValue, headerValues } from '@hearback/protocol';

/**
 * Seconds for which a reply may be used again without asking (RFC 9111 §4.2), by its `max-age`, else by `Expires` as counted
 * from its own `Date`, so that nobody's clock matters; 0 when it says nothing or forbids it. Nothing is guessed.
 */
export function keptFor(headers: readonly HeaderLine[]): number {
  const directives = headerValues(headers, 'cache-control').join(',').toLowerCase();
  if (/(?:^|[\s,])no-(?:cache|store)\b/.test(directives)) return 0;
  if (headerValues(headers, 'vary').join(',').includes('*')) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,9})/.exec(directives)?.[1];
  const seconds = maxAge === undefined ? expiresAfter(headers) : Number(maxAge);
  const age = /^\d{1,9}$/.exec(headerValue(headers, 'age')?.trim() ?? '')?.[0];
  return Math.max(seconds - Number(age ?? 0), 0);
}

function expiresAfter(headers: readonly HeaderLine[]): number {
  const at = (name: string) => Date.parse(headerValue(headers, name) ?? '');
  const seconds = (at('expires') - at('date')) / 1000;
  return Number.isFinite(seconds) ? seconds : 0;
}
