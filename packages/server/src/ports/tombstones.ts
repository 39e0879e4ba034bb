/** A mention that readers saw and do not see any more. */
export interface Tombstone {
  /** Its `publicId`. */
  readonly id: number;
  /** `''` when it was forgotten: then not even its address is kept. */
  readonly source: string;
  readonly target: string;
  readonly deletedAt: number;
}

export interface TombstoneQuery {
  /** Identities of pages; empty asks for all of `sites`. */
  readonly targetKeys: readonly string[];
  /** `all`: those that are configured or were added. */
  readonly sites: readonly string[] | 'all';
  /** Only of pages at these hosts, with their ports; of `sites` all the same. */
  readonly hosts?: readonly string[] | undefined;
  /** Withdrawn later than this. */
  readonly since?: number | undefined;
  /** Of mentions with a greater number. */
  readonly sinceId?: number | undefined;
  readonly limit: number;
  readonly offset: number;
}

/**
 * Kept by whatever takes a public mention away, in the same transaction: a decision, a lost link, a mention that was joined to
 * another, `forget`. One that comes back loses its stone. The times only grow, in the order of the commits.
 */
export interface Tombstones {
  /** The last withdrawn first; neither page nor site gives none. */
  list(query: TombstoneQuery): Promise<{ readonly rows: readonly Tombstone[]; readonly total: number }>;
}
