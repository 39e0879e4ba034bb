export interface VisitTable {
  victim: string;
  /** Milliseconds on the store's own count, like all times here. */
  at: number;
  ticket: number;
  openUntil: number;
  keepUntil: number;
}

export interface PausedVictimTable {
  victim: string;
  until: number;
}

export interface GuessTable {
  ticket: number;
  /** The account that was tried, or an address that its owner is known to use, as JSON. */
  who: string;
  /** Where it came from, if it counts there. */
  block: string | null;
  at: number;
  until: number;
}

export interface ClientAccountTable {
  /** An address or a network; empty for all together. */
  name: string;
  tokens: number;
  at: number;
  dayEnds: number;
  today: number;
}
