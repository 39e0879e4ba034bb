/** A list of domains that somebody else keeps and the owner subscribed to. */
export interface BlockList {
  readonly id: string;
  /** Where it comes from: a URL, or the absolute path of a file. */
  readonly address: string;
  readonly addedAt: number;
  /** The last look, and the last one that brought something new. */
  readonly checkedAt: number | undefined;
  readonly changedAt: number | undefined;
  readonly entityTag: string;
  readonly lastModified: string;
  readonly entries: number;
  /** Lines that were no domain, or a name under which everybody may have a site. */
  readonly skipped: number;
  /** What went wrong at the last look, `''` when nothing did. */
  readonly problem: string;
}
