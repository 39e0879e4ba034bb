/** Time that went by, for what a clock set forward must not end and one set back must not prolong. */
export interface Elapsed {
  /** Milliseconds since this machine was started, the same in all of its processes; goes back only by a new start. */
  ms(): number;
  /** Whose measure it is, where several machines use one store: one start of one machine. */
  readonly machine?: string;
}
