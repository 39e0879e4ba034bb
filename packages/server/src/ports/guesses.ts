/** Whose password is tried, and from where; `block` is undefined where nobody knows. */
export interface Guesser {
  readonly account: string;
  readonly block: string | undefined;
}

/** `ticket` names the guess that was counted, for those who find out what came of it. */
export type GuessHeard =
  | { readonly ok: true; readonly ticket: number }
  | { readonly ok: false; readonly waitMs: number };

/** How often passwords were tried lately, for all processes of the store together, and after a restart. */
export interface Guesses {
  /**
   * Hears a guess and counts it as a failure until one of the others says otherwise: those that come all at once must not
   * slip through before the first is found wrong. Or says how long to wait, and counts nothing.
   */
  begin(guesser: Guesser, now: number): Promise<GuessHeard>;
  /** It was right: what failed at this account before is forgotten, and its block counts by itself from now on. */
  succeeded(guesser: Guesser, ticket: number, now: number): Promise<void>;
  /** Nothing was decided: it counts for nothing. */
  undecided(ticket: number): Promise<void>;
}
