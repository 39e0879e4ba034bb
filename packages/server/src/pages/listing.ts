import type { HeaderLine } from '@hearback/protocol';

/** A page that a listing names, with what tells its versions apart. */
export interface ListedPage {
  /** Absolute http(s) URL. */
  readonly url: string;
  /** `''` when the listing has none: sitemaps and folders never do. */
  readonly title: string;
  /** When it appeared, or last changed where only that is told; milliseconds since the epoch. */
  readonly published: number | undefined;
  /** HTML of the page's content, where a feed has it. */
  readonly content?: string | undefined;
  /** Another text whenever the page may have changed; `undefined` when the listing says nothing of changes. */
  readonly mark: string | undefined;
  /** How the page itself reads, where the listing is the pages: asked for when the mark is another one. Never throws. */
  readonly read?: () => Promise<PageVersion>;
}

/** The fingerprint of what a post says, or in a sentence why the page is none. */
export type PageVersion =
  | { readonly ok: true; readonly version: string }
  | { readonly ok: false; readonly reason: string };

/** Whatever names the pages of a site: a feed (h-feeds too), a sitemap, or the folder in which it is built. */
export type Listing =
  | {
      readonly ok: true;
      readonly kind: 'feed' | 'sitemap' | 'folder';
      readonly pages: readonly ListedPage[];
      readonly headers: readonly HeaderLine[];
      /** Who tells of changes (WebSub), and under which name; only feeds have one. */
      readonly hub?: string | undefined;
      readonly topic?: string;
      /** Of its bytes, where it is one file. */
      readonly digest?: string;
    }
  | NoListing;

/** How a listing was answered, without its pages. */
export interface Answered extends Pick<Extract<Listing, { ok: true }>, 'kind' | 'headers' | 'hub' | 'topic'> {
  /** Of its bytes; `undefined` where those are not all that there is to it. */
  readonly digest: string | undefined;
}

export interface NoListing {
  readonly ok: false;
  /** One sentence. */
  readonly reason: string;
  /** Seconds, when the server asked for a pause. */
  readonly retryAfter: number | undefined;
  /** It is what it was then, only for whoever told what that was; with how long it may be kept now. */
  readonly unchanged?: Answered;
}
