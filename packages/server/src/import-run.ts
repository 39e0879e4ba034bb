import type { BroughtAs } from './mention.ts';

/** What came of an import so far. */
export interface RunCounts {
  readonly read: number;
  readonly taken: Readonly<Record<BroughtAs, number>>;
  /** Pages that are to be searched for links. */
  readonly linking: number;
  readonly skipped: Readonly<Partial<Record<string, number>>>;
}

/** Why one thing of a file was not taken, and on which line it stands. */
export interface RunSkip {
  readonly place: string;
  readonly why: string;
  /** Its source, as far as there was one. */
  readonly what: string;
}

/** As what a file is to be read. */
export interface ImportHow {
  /** Name of a format; what the file looks like unless given. */
  readonly format?: string | undefined;
  /** Looks only, and stores nothing. */
  readonly isDry?: boolean | undefined;
  /** Where pages live now whose address changed. */
  readonly moves?: readonly { readonly from: string; readonly to: string }[] | undefined;
}

/** A file of another place that was given to the server, and how far it was read. */
export interface ImportRun {
  readonly id: string;
  /** The only site that it brings mentions to; `''` for all. */
  readonly site: string;
  /** What the file was called where it came from. */
  readonly name: string;
  /** Who gave it. */
  readonly by: string;
  readonly size: number;
  readonly begunAt: number;
  readonly how: ImportHow;
  /** Bytes that were read. */
  readonly done: number;
  /** Until then a process has it for itself. */
  readonly heldUntil: number;
  readonly counts: RunCounts;
  readonly endedAt: number | undefined;
  /** What ended it before the end of the file; `''` for nothing. */
  readonly problem: string;
}

/** A process that reads a file says so again within this time. */
export const HOLD_MS = 60_000;

/**
 * `stalled`: nobody reads it though it has no end, because the process that has the file is gone. It goes on when that one is
 * back, and the file can be given again.
 */
export const RUN_STATES = ['waiting', 'reading', 'stalled', 'done', 'ended'] as const;
export type RunState = (typeof RUN_STATES)[number];

export function runState(run: Pick<ImportRun, 'endedAt' | 'problem' | 'heldUntil' | 'begunAt'>, now: number): RunState {
  if (run.endedAt !== undefined) return run.problem === '' ? 'done' : 'ended';
  if (run.heldUntil > now) return 'reading';
  return now - Math.max(run.heldUntil, run.begunAt) > 2 * HOLD_MS ? 'stalled' : 'waiting';
}
