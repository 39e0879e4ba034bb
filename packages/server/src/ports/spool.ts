/** Files that were given to this process, until they are read. */
export interface Spool {
  /**
   * Keeps a file, piece by piece, and answers how many bytes it has. It is not listed before it is `ready`.
   * @throws HearbackError `import` when it has more than `most`, or does not come whole; nothing of it is kept then
   */
  keep(id: string, bytes: AsyncIterable<Uint8Array>, most: number): Promise<number>;
  ready(id: string): Promise<void>;
  /** Those that are whole and were not removed. */
  ids(): Promise<readonly string[]>;
  read(id: string): AsyncIterable<Uint8Array>;
  /** Twice is fine. */
  remove(id: string): Promise<void>;
}
