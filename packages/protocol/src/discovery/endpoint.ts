import type { Protocol } from '../notification.ts';

/** The protocols by which a page can be told; a refback is nothing but a visit. */
export type TellingProtocol = Exclude<Protocol, 'refback'>;

/** Where notifications for a page go. */
export interface Endpoint {
  readonly protocol: TellingProtocol;
  /** Absolute http(s) URL. */
  readonly url: string;
  /** What named it: an HTTP header, one of the elements, or RDF in a comment. */
  readonly via: 'header' | 'link' | 'a' | 'rdf';
  /** Found only by a reading more forgiving than the protocol's own rule. */
  readonly lenient: boolean;
}

/** What one protocol's rules found on a page. */
export type Finding =
  | {
      readonly found: 'endpoint';
      readonly endpoint: Endpoint;
      /** Where it was, in a sentence. */
      readonly how: string;
    }
  /** Something is there and cannot be used, or is not to be; a sentence about it. */
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
  /** The software that made the page, by its own word; `''` where it does not say. */
  readonly generator: string;
  /** What was found or why nothing was, in a sentence for the sender. */
  readonly reason: string;
}
