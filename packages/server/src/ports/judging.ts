import type { BlockList } from '../block-list.ts';

/** A text that is kept as a sketch, to be told again. */
export interface KnownText {
  readonly site: string;
  /** The id of a mention, or `page ` and the key of one of our pages. */
  readonly subject: string;
  /** Registrable domain that it stands on; a host with its port where names say nothing. */
  readonly domain: string;
  readonly hashes: readonly number[];
  readonly size: number;
  /** What the text is about, as the judge wrote it; JSON, `''` when nobody asked. */
  readonly topics: string;
  readonly at: number;
}

export interface Texts {
  /** Keeps a text, in place of what was kept of its subject. The newest 20,000 stay. `keys` are what it is looked up by. */
  keep(text: KnownText, keys: readonly number[]): Promise<void>;
  bySubject(site: string, subject: string): Promise<KnownText | undefined>;
  /** Texts of the site that share one of the keys, those that share most first; at most 50. */
  alike(site: string, keys: readonly number[]): Promise<readonly KnownText[]>;
}

/** What a look at a list found. `undefined` entries: it has not changed. */
export interface ListReading {
  readonly entries: readonly string[] | undefined;
  readonly skipped: number;
  readonly entityTag: string;
  readonly lastModified: string;
  readonly at: number;
}

export interface BlockLists {
  /** Oldest first. */
  list(): Promise<readonly BlockList[]>;
  /** False when a list of this address is there already. */
  add(list: Pick<BlockList, 'id' | 'address' | 'addedAt'>): Promise<boolean>;
  /** With all its entries; false when there is no such list. */
  remove(id: string): Promise<boolean>;
  /** Writes what was read; all entries are replaced in one transaction. */
  save(id: string, reading: ListReading): Promise<void>;
  /** A look that failed; the entries stay as they are. */
  fail(id: string, problem: string, at: number): Promise<void>;
  /** Addresses of the lists that have one of these names. */
  naming(domains: readonly string[]): Promise<readonly string[]>;
}

export interface Forgotten {
  /**
   * Removes up to `limit` mentions of one state that were last announced before `before`, with their traces, texts and
   * jobs, and keeps a hash of each pair; answers how many. Hashes older than `hashesBefore` go too, and so do the addresses
   * of senders that were received before `sendersBefore`.
   */
  forget(options: {
    readonly moderation: 'pending';
    readonly before: number;
    readonly hashesBefore: number;
    readonly sendersBefore: number;
    readonly limit: number;
    readonly at: number;
    readonly hashOf: (pair: {
      readonly site: string;
      readonly sourceKey: string;
      readonly targetKey: string;
    }) => Promise<string>;
  }): Promise<number>;
  has(hash: string): Promise<boolean>;
  /** Whether there is any hash at all. */
  any(): Promise<boolean>;
}
