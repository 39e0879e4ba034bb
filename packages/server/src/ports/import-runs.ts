import type { ImportRun, RunCounts, RunSkip } from '../import-run.ts';

/** How far a file was read. Counts are of what is on disk, so that whoever goes on begins behind them. */
export interface RunProgress {
  readonly done: number;
  readonly heldUntil: number;
  readonly counts?: RunCounts | undefined;
  readonly skips?: readonly RunSkip[] | undefined;
}

/** Files that were given to the server. The last hundred are remembered. */
export interface ImportRuns {
  /** False, and nothing is kept, when as many as may be are not read to the end yet. */
  add(run: ImportRun): Promise<boolean>;
  byId(id: string): Promise<ImportRun | undefined>;
  /** Newest first. */
  list(query: { readonly site?: string | undefined; readonly limit: number }): Promise<readonly ImportRun[]>;
  /** Takes it for one process; `undefined` when it has ended, is not there, or is another's at `now`. */
  hold(id: string, now: number, until: number): Promise<ImportRun | undefined>;
  /** Says how far it is; false when it has ended meanwhile. Of what was skipped the first 10,000 are kept. */
  advance(id: string, progress: RunProgress): Promise<boolean>;
  /** False when it has ended already, or is not there. */
  end(id: string, at: number, problem: string): Promise<boolean>;
  /** In the order of the file, from the place behind `after` on; none before the first. */
  skips(id: string, after: number, limit: number): Promise<readonly (RunSkip & { readonly n: number })[]>;
}
