export interface Turn {
  readonly name: string;
  /** Milliseconds for which the name is closed from now on; 0 needs no memory. */
  readonly gapMs: number;
}

/**
 * Names that are closed for a while: hosts, mostly. Atomic over all processes of the store. A clock that is set back
 * keeps nothing closed for longer than it was meant to be.
 */
export interface Turns {
  /** Takes all of the turns and answers `now`; or takes none and answers the later time at which to ask again. */
  take(turns: readonly Turn[], now: number): Promise<number>;
  /** Closes a name until then, whatever it was before; a time that is not later than `now` opens it. */
  close(name: string, now: number, until: number): Promise<void>;
  /** `undefined` for what is open. */
  closedUntil(name: string, now: number): Promise<number | undefined>;
}
