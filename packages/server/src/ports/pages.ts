import type {
  Advertised,
  ContentChoice,
  ContentLinks,
  Discovery,
  HeaderLine,
  HFeed,
  LinksAt,
  PageInput,
  PageReading,
  Protocol,
} from '@hearback/protocol';

/** A fetched document. */
export interface Fetched {
  readonly body: Uint8Array;
  readonly headers: readonly HeaderLine[];
  readonly finalUrl: string;
}

/** A page of ours that others may link to, with its other addresses. */
export interface Wanted {
  readonly target: string;
  readonly aliases: readonly string[];
}

/**
 * What strangers' bytes are read for: what is given, and what is found. Plain values only, since both cross to another
 * thread, and at most one body each, which is handed over and not copied twice.
 */
export interface Readings {
  /** A source: its links to the target, and what it says of itself. */
  readonly page: { readonly given: PageInput; readonly found: PageReading };
  /** What a source links to on the target's host; 500 addresses at most. */
  readonly neighbours: {
    readonly given: Fetched & { readonly target: string; readonly protocols: readonly Protocol[] };
    readonly found: LinksAt;
  };
  /** All that a page links to at some hosts, which these addresses name. */
  readonly ownLinks: {
    readonly given: Fetched & {
      readonly hosts: readonly string[];
      readonly protocols: readonly Protocol[];
      readonly most: number;
    };
    readonly found: LinksAt;
  };
  /** A page that is about to be told: where it wants to hear. `asked` with its fragment. */
  readonly endpoints: {
    readonly given: Fetched & { readonly asked: string; readonly status: number };
    readonly found: Discovery;
  };
  /** A page that may be told, for whoever mends it: all that names an endpoint on it. */
  readonly advertised: { readonly given: Fetched & { readonly status: number }; readonly found: Advertised };
  /** A voucher's page: whether it vouches for the host, named as in `URL.host`. */
  readonly vouch: { readonly given: Fetched & { readonly host: string }; readonly found: boolean };
  /** The front page of another site: the feed that it names, and which of the targets it links to. */
  readonly front: {
    readonly given: Fetched & { readonly wanted: readonly Wanted[] };
    readonly found: { readonly feed: string | undefined; readonly targets: readonly string[] };
  };
  /** The feed of another site: its posts that link to targets, or in half a sentence why it is not read. */
  readonly posts: {
    readonly given: Fetched & { readonly wanted: readonly Wanted[] };
    readonly found:
      | { readonly ok: true; readonly posts: readonly { readonly url: string; readonly targets: readonly string[] }[] }
      | { readonly ok: false; readonly reason: string };
  };
  /** A page of our own, on which visitors may have written too: whom it links to. */
  readonly content: {
    readonly given: Fetched & { readonly choice?: ContentChoice };
    readonly found: ContentLinks;
  };
  /** A picture: a small square of it, made anew. */
  readonly picture: {
    readonly given: { readonly body: Uint8Array };
    readonly found: { readonly bytes: Uint8Array; readonly type: 'jpg' | 'png' };
  };
  /** A page of our own that lists posts: which, and the feed that it names. */
  readonly listed: { readonly given: Fetched; readonly found: HFeed & { readonly feed: string | undefined } };
}

/** `poison`: the page made the parser crash, or take more than a second of the processor, or more than its memory. */
export type Read<Found> =
  | { readonly ok: true; readonly reading: Found }
  | { readonly ok: false; readonly kind: 'poison'; readonly reason: string };

/** Reads what strangers wrote where it can do no harm. */
export interface PageReader {
  /** Never throws for anything in the page. Rejects when it is closed, or cannot read at all. */
  read<What extends keyof Readings>(what: What, given: Readings[What]['given']): Promise<Read<Readings[What]['found']>>;
  close(): Promise<void>;
}
