import { headerValue } from '@hearback/protocol';
import type { Listing } from '../../pages/listing.ts';
import type { Site } from '../../site.ts';

const SECOND_MS = 1000;

/** A listing without its pages, which the store knows. */
export type Answered = Omit<Extract<Listing, { ok: true }>, 'pages'>;

export interface LastAnswer {
  /** What the last look that was written down got, when it was of this site as it is now. */
  of(site: Site): Answered | undefined;
  keep(site: Site, listing: Answered): void;
}

/**
 * Remembers in this process how each listing was answered, so that the next look can ask whether it changed. Not in the
 * store: the first look after a start reads everything, and mends whatever a killed one left half done.
 */
export function createLastAnswer(): LastAnswer {
  const kept = new Map<string, { readonly site: string; readonly answered: Answered }>();
  return {
    of(site) {
      const held = kept.get(site.id);
      // What of a listing counts depends on the site: once that is another, the same listing may say something else.
      return held?.site === JSON.stringify(site) ? held.answered : undefined;
    },
    keep(site, { ok, kind, headers, hub, topic }) {
      const answered = { ok, kind, headers, hub, ...(topic !== undefined && { topic }) };
      kept.set(site.id, { site: JSON.stringify(site), answered });
    },
  };
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
