import type { Erased } from './forget.ts';

/** What somebody can ask to have removed: a page, a host with all below it, or an author. */
export const SUPPRESSED_KINDS = ['page', 'host', 'author'] as const;
export type SuppressedKind = (typeof SUPPRESSED_KINDS)[number];

/** Whose wish a removal was: of whoever it is about, the owner's, or an authority's. */
export const WISHES = ['theirs', 'owner', 'authority'] as const;
export type Wish = (typeof WISHES)[number];

/** Somebody who was removed and is not to come back. It does not say who: only a keyed hash of that is kept. */
export interface Suppression {
  readonly id: string;
  readonly kind: SuppressedKind;
  readonly at: number;
  readonly wish: Wish;
  /** What was deleted for it, all told. */
  readonly erased: Erased;
}

export interface Suppressions {
  /** Keeps it; one that is there already stays, with its id, and takes the wish. Answers the one that is kept. */
  add(suppression: Omit<Suppression, 'erased'> & { readonly hash: string }): Promise<Suppression>;
  /** Counts what was deleted for it. */
  count(id: string, erased: Erased): Promise<void>;
  /** The newest first. */
  list(): Promise<readonly Suppression[]>;
  /** Whoever it was may come back; false for an unknown id. */
  lift(id: string): Promise<boolean>;
  /** Whether one of the hashes is kept. */
  has(hashes: readonly string[]): Promise<boolean>;
  /** Whether there is any. */
  any(): Promise<boolean>;
  /** Deletes a mention that came in nevertheless, as `forget` would. */
  drop(mention: string, at: number): Promise<void>;
}
