/** The linkback protocols, in the order in which a sender prefers them. */
export const PROTOCOLS = ['webmention', 'pingback', 'trackback', 'refback'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** How a sender would have its page shown. Lines of plain text; `''` where it said nothing. */
export interface SourceText {
  readonly title: string;
  readonly excerpt: string;
  readonly siteName: string;
}

/** What arrives, by any protocol: "source links to target". Nothing in it is verified. */
export interface Notification {
  readonly protocol: Protocol;
  /** Absolute http(s) URL of the page that links, as the sender gave it. */
  readonly source: string;
  /** Absolute http(s) URL of the page linked to, as the sender gave it. */
  readonly target: string;
  /** Sent along by TrackBack only. What is shown is better read from the page itself. */
  readonly says?: SourceText;
  /**
   * Absolute http(s) URL of a page that speaks for the source's site; sent along by Webmention only (the Vouch
   * extension). `false` when what was sent is none: whoever wants vouches refuses it, all others do not care.
   */
  readonly vouch?: string | false;
}

/** What arrived and named no two pages: `javascript:`, `ftp:`, no address at all, one that is too long. */
export interface Unusable {
  readonly protocol: Protocol;
  /** As they were sent, whatever they are, and cut; `''` for one that is not there. */
  readonly source: string;
  readonly target: string;
  /** What is wrong, in a sentence without their text. */
  readonly reason: string;
}
