/** A page that is said to link here. Where to, a look at it has to find out. */
export interface LinkingPage {
  /** The same for the same page, whichever site it was named for. */
  readonly id: string;
  readonly source: string;
  /** The list that names it. */
  readonly format: string;
  /** Whose server a look at it burdens. */
  readonly group: string;
}

/** What a look at one came to. */
export interface Searched {
  /** Links to pages of ours that it has, and those that were not known before. */
  readonly links: number;
  readonly fresh: number;
  /** In a sentence. */
  readonly reason: string;
}

export interface SearchedPage extends Searched {
  readonly id: string;
  readonly source: string;
  /** `undefined` while it waits for its look. */
  readonly lookedAt: number | undefined;
}

/** Pages that are said to link here, each of them to be searched once for all links to our sites. */
export interface LinkingPages {
  /**
   * Keeps those that are new, or were searched before `again`, all in one transaction, and answers for each whether it is to
   * be searched. A `chore` with the subject `imports` lines the looks up.
   */
  add(pages: readonly LinkingPage[], at: number, again: number): Promise<readonly boolean[]>;
  /** The same answer, and nothing is stored. */
  missing(pages: readonly Pick<LinkingPage, 'id'>[], again: number): Promise<readonly boolean[]>;
  byId(id: string): Promise<LinkingPage | undefined>;
  /** What came of its look; counts once, however often it is said. */
  searched(id: string, at: number, searched: Searched): Promise<void>;
  remove(id: string): Promise<void>;
  /** How many wait, were searched, had links, and how many links that were. */
  counts(): Promise<{
    readonly waiting: number;
    readonly searched: number;
    readonly withLinks: number;
    readonly links: number;
  }>;
  /** Those that were searched, the last first; `after` is the last of the part before. */
  list(query: {
    readonly without: boolean;
    readonly after?: { readonly lookedAt: number; readonly id: string } | undefined;
    readonly limit: number;
  }): Promise<readonly SearchedPage[]>;
  /** Forgets what was searched before that time. */
  tidy(before: number): Promise<void>;
}
