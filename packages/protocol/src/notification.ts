/** The linkback protocols, in the order in which a sender prefers them. */
export const PROTOCOLS = ['webmention', 'pingback', 'trackback', 'refback'] as const;
export type Protocol = (typeof PROTOCOLS)[number];

/** What arrives, by any protocol: "source links to target". Nothing in it is verified. */
export interface Notification {
  readonly protocol: Protocol;
  /** Absolute http(s) URL of the page that links, as the sender gave it. */
  readonly source: string;
  /** Absolute http(s) URL of the page linked to, as the sender gave it. */
  readonly target: string;
}
