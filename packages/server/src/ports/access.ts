import type { ApiToken, AuditEntry } from '../access.ts';

/** Which of many are asked for. */
export interface OfSite {
  /** The id of a site, or `house` for those that are for all sites. */
  readonly site?: string | undefined;
  readonly limit?: number | undefined;
}

export interface Tokens {
  /** Oldest first. */
  list(which?: OfSite): Promise<readonly ApiToken[]>;
  byId(id: string): Promise<ApiToken | undefined>;
  /** `undefined` for a token that never was or was revoked. */
  byHash(tokenHash: string): Promise<ApiToken | undefined>;
  add(token: ApiToken): Promise<void>;
  /** False when there is none; from then on it opens nothing. */
  revoke(id: string): Promise<boolean>;
  touch(id: string, usedAt: number): Promise<void>;
}

export interface Audit {
  /**
   * Keeps the entries in bounded rings: the newest 10,000 of what owners did, and the newest 1,000 of what strangers
   * tried, so that guessing pushes no decision out of the list.
   */
  add(entries: readonly AuditEntry[]): Promise<void>;
  /** Newest first; continue with the place of the last row before. */
  list(query: {
    readonly before?: number;
    readonly limit: number;
  }): Promise<readonly (AuditEntry & { readonly place: number })[]>;
}
