/** The owner's own part of the list of whom not to tell, as entries of `readEntry`; the configuration has another. */
export interface DontTell {
  /** Oldest first. */
  list(): Promise<readonly string[]>;
  /** False for one that is there already. */
  add(entry: string, at: number): Promise<boolean>;
  /** False for one that is not there. */
  remove(entry: string): Promise<boolean>;
}
