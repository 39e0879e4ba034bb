import { type HeaderLine, headerValue } from '@hearback/protocol';
import type { Answered, Listing } from './listing.ts';

const SECOND_MS = 1000;
/** What tells whether a listing changed, and for how long it may be kept. */
const KEPT = new Set(['etag', 'last-modified', 'date', 'cache-control', 'expires', 'age', 'vary']);

export function answeredOf({ kind, headers, hub, topic, digest }: Extract<Listing, { ok: true }>): Answered {
  const told = { ...(hub !== undefined && { hub }), ...(topic !== undefined && { topic }) };
  return { kind, headers: headers.filter(([name]) => KEPT.has(name.toLowerCase())), ...told, digest };
}

/** The headers that ask for a listing only if it is another one than that (RFC 9110 §13.1); none without validators. */
export function conditionsOf(answered: Answered | undefined): Readonly<Record<string, string>> {
  const of = (name: string) => (answered ? headerValue(answered.headers, name) : undefined);
  const etag = of('etag');
  const modified = of('last-modified');
  // What was written within the second in which it was answered may have been written once more since (§8.8.2.2).
  const isSettled = Date.parse(of('date') ?? '') - Date.parse(modified ?? '') >= SECOND_MS;
  return { ...(etag && { 'if-none-match': etag }), ...(modified && isSettled && { 'if-modified-since': modified }) };
}

/** The same listing after an answer that it is the same: what that says of how long it may be kept counts (RFC 9111 §4.3.4). */
export function renewed(answered: Answered, headers: readonly HeaderLine[]): Answered {
  const fresh = headers.filter(([name]) => KEPT.has(name.toLowerCase()));
  const names = new Set(fresh.map(([name]) => name.toLowerCase()));
  // An age is of one answer only.
  const old = answered.headers.filter(([name]) => name.toLowerCase() !== 'age' && !names.has(name.toLowerCase()));
  return { ...answered, headers: [...old, ...fresh] };
}
