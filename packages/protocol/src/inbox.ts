import type { Notification, Unusable } from './notification.ts';

/** Who is at the other end of the connection. */
export interface Caller {
  readonly address?: string;
  /** Path segment before the endpoint (`/:site/xmlrpc`), when there is one. */
  readonly site?: string;
}

/** Why a notification is turned away; each protocol says it in its own words and codes. */
export type RefusedBecause =
  | 'source-invalid'
  | 'source-missing'
  | 'no-link'
  | 'target-missing'
  | 'target-unusable'
  | 'denied'
  | 'self'
  /** The site is unknown and nobody vouched for it; nobody who counts did. Answers to a webmention only. */
  | 'vouch-wanted'
  | 'vouch-useless';

export type Decision =
  /** On disk. The URL has a fixed length and tells a stranger nothing that the reply does not. */
  | { readonly outcome: 'accepted'; readonly statusUrl: string }
  /** The pair is public already. Pingback says so (fault 48), Webmention answers as it did the first time. */
  | { readonly outcome: 'registered'; readonly statusUrl: string }
  | { readonly outcome: 'refused'; readonly because: RefusedBecause }
  /** Nothing was stored; `retryAfter` in seconds. `limited`: this caller asked too often; `busy`: the server cannot write. */
  | { readonly outcome: 'limited' | 'busy'; readonly retryAfter: number };

/**
 * What a receiver hands its notifications to. `accept` resolves only when the notification is durable or will never be
 * stored; it never fetches the source before it answers, unless the owner asked for verified replies. It may throw:
 * the receiver then answers with an internal fault of fixed text.
 */
export interface Inbox {
  accept(notification: Notification, caller: Caller): Promise<Decision>;
  /**
   * Hears of what names no two usable pages, and is refused for it whatever this does. Left out, nobody hears. It never
   * rejects for a store that cannot be written.
   */
  unusable?(unusable: Unusable, caller: Caller): Promise<void>;
  /** Sources of the public mentions of a page; `undefined` when the page is not one that may be a target. */
  pingbacks(target: string): Promise<readonly string[] | undefined>;
}
