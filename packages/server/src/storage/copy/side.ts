import type { MarkIndex } from '../mark-index.ts';
import type { Database } from '../schema.ts';

export type Row = Readonly<Record<string, unknown>>;

/** A store that is read, all of it as it was at one moment, whoever writes meanwhile. */
export interface Source {
  readonly where: string;
  /** Names of the tables that hold what is kept; what is derived from them, and the version of the schema, is left out. */
  tables(): Promise<readonly string[]>;
  count(table: string): Promise<number>;
  /** In portions, in any order. */
  rows(table: string): AsyncIterable<readonly Row[]>;
  /** Numbers that were given last, where they stand in no table. */
  numbers(): Promise<ReadonlyMap<string, number>>;
  close(): Promise<void>;
}

/** A store that is written, all of it or nothing. */
export interface Target {
  readonly where: string;
  readonly marks: MarkIndex;
  transaction<T>(work: (db: Database) => Promise<T>): Promise<T>;
  tables(): Promise<readonly string[]>;
  /** Numbers go on after these, where they stand in no table. */
  setNumbers(db: Database, numbers: ReadonlyMap<string, number>): Promise<void>;
  close(): Promise<void>;
}

/** Rows that are read and written in one go. */
export const PORTION = 500;

/** `mentionMark` is made anew from the mentions; SQLite's index has shadow tables of that name. */
export function isKept(table: string): boolean {
  return !/^(?:mentionMark|sqlite_|schemaVersion$|schemaReader$)/.test(table);
}
