import type { ImportCounts, Skip } from '../import/counts.ts';

export interface ImportedLinks {
  readonly counts: ImportCounts;
  /** The first hundred lines that were not taken, and why. */
  readonly skips: readonly Skip[];
  /** What ended it before the end. */
  readonly problem: string | undefined;
}

/** Takes in a list of links to pages of these sites; all unless given. */
export type ImportLinks = (text: string, sites: readonly string[] | undefined) => Promise<ImportedLinks>;
