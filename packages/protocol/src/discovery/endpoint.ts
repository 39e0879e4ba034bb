import type { Protocol } from '../notification.ts';

/** Where notifications for a page go. */
export interface Endpoint {
  readonly protocol: Protocol;
  /** Absolute http(s) URL. */
  readonly url: string;
  /** What named it: an HTTP header, or one of the elements. */
  readonly via: 'header' | 'link' | 'a';
  /** Found only by a reading more forgiving than the protocol's own rule. */
  readonly lenient: boolean;
}

/** What one protocol's rules found on a page. */
export type Finding =
  | { readonly found: 'endpoint'; readonly endpoint: Endpoint }
  /** Something is there and cannot be used; a sentence about it. */
  | { readonly found: 'invalid'; readonly reason: string }
  | { readonly found: 'nothing' };

export interface Discovery {
  /** The page as it was asked for. */
  readonly url: string;
  /** The page after redirects. */
  readonly finalUrl: string;
  /** At most one for each protocol. */
  readonly endpoints: readonly Endpoint[];
  /** The one to use; `null` (so that JSON keeps the key) when the page offers none. */
  readonly chosen: Endpoint | null;
  /** What was found or why nothing was, in a sentence for the sender. */
  readonly reason: string;
}
