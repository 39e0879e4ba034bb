import type { Membership } from '../access.ts';
import type { Invitation, Owner, Session } from '../owner.ts';
import type { Language } from '../words/language.ts';

/** What a one-time link is good for. */
export interface SetUpOffer {
  /** The owner whose password it changes; without one it makes another. */
  readonly owner?: string;
  /** Milliseconds since the epoch, UTC; without it, until it is used or replaced. */
  readonly until?: number;
  /** What the new one becomes; the owner of everything unless told. */
  readonly membership?: Membership;
}

export interface Owners {
  count(): Promise<number>;
  byName(name: string): Promise<Owner | undefined>;
  byId(id: string): Promise<Owner | undefined>;
  /** Oldest first. */
  list(page?: { readonly from: number; readonly limit: number }): Promise<readonly Owner[]>;
  /**
   * Uses up the set-up secret in one transaction, and makes the owner with what the offer gives, or gives the one whom the
   * secret is for this name's password and ends the sessions. `createdAt` counts as now. False when the secret is not (or
   * no longer) good.
   */
  setUp(secretHash: string, owner: Owner): Promise<boolean>;
  /** Nothing happens for an owner who is not there. */
  setLanguage(id: string, language: Language): Promise<void>;
  /** Remembers the only good set-up secret besides those of invitations, replacing an older one. */
  offerSetUp(secretHash: string, offer?: SetUpOffer): Promise<void>;
  /** `undefined` when it is not good, or not any more. */
  setUpOffer(secretHash: string, now: number): Promise<SetUpOffer | undefined>;
}

/** Who has which role, and the links by which others get one. */
export interface Members {
  /** What this person is; empty for an unknown one. */
  of(owner: string): Promise<readonly Membership[]>;
  /** Of all people, by their ids. */
  all(): Promise<ReadonlyMap<string, readonly Membership[]>>;
  /** Replaces what this person is. False, and nothing changes, when nobody would be left who is owner of everything. */
  set(owner: string, memberships: readonly Membership[]): Promise<boolean>;
  /** With the sessions and the tokens that this person made. False, and nothing changes, for the last owner of everything and for an unknown id. */
  remove(owner: string): Promise<boolean>;
  invite(secretHash: string, invitation: Invitation): Promise<void>;
  /** Those that are good at this moment; the longest good first. */
  invitations(now: number): Promise<readonly Invitation[]>;
  /** False when there is none, or somebody has used it. */
  withdraw(id: string): Promise<boolean>;
}

export interface SessionStore {
  /** Forgets the sessions that began before `deadBefore` on this occasion. */
  open(session: Session, deadBefore?: number): Promise<void>;
  byHash(tokenHash: string): Promise<Session | undefined>;
  touch(tokenHash: string, seenAt: number): Promise<void>;
  close(tokenHash: string): Promise<void>;
  /** Of one person, the last seen first. */
  of(owner: string): Promise<readonly Session[]>;
  /** Gives the password, and ends all sessions of this person but one. False for an unknown id. */
  changePassword(owner: string, passwordHash: string, kept: string): Promise<boolean>;
}
