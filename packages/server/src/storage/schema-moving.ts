/** A mention that was brought from another place. */
export interface BroughtTable {
  mention: string;
  format: string;
  /** What it was called there. */
  foreignId: string;
  /** Whose server a look at it burdens. */
  groupName: string;
  /** `waits` for its place in the queue, `asked` when it has one, `looked` when its page was looked at. */
  stage: string;
}

/** A page that is said to link here. */
export interface LinkingPageTable {
  id: string;
  source: string;
  format: string;
  groupName: string;
  /** As those of `BroughtTable`. */
  stage: string;
  /** When it got its place in the queue. */
  askedAt: number | null;
  lookedAt: number | null;
  links: number;
  fresh: number;
  reason: string;
}

/** How far another place was read. */
export interface ImportMarkTable {
  place: string;
  value: string;
}

/** Somebody who was removed on request and is not to come back. Nothing in it says who that is. */
export interface SuppressionTable {
  id: string;
  kind: string;
  /** Of the address, host or author, with a key that only this store has. */
  hash: string;
  at: number;
  /** Whose wish it was. */
  wish: string;
  mentions: number;
  deliveries: number;
  refusals: number;
}

/** A file that was given to the server. */
export interface ImportRunTable {
  id: string;
  site: string;
  name: string;
  by: string;
  size: number;
  begunAt: number;
  /** JSON. */
  how: string;
  done: number;
  heldUntil: number;
  /** JSON. */
  counts: string;
  /** Rows of `importSkip` that it has. */
  skips: number;
  endedAt: number | null;
  problem: string;
}

/** Something in such a file that was not taken. */
export interface ImportSkipTable {
  run: string;
  n: number;
  place: string;
  why: string;
  what: string;
}
