import type { Accepted, NewMention } from '../ports/index.ts';

/** Stores a mention and its verification job, durably; every database has its fastest way. See `Mentions.accept`. */
export type Intake = (mention: NewMention) => Promise<Accepted>;

/** A pair announced again is looked at again, but not sooner than this after the last look. */
export const RECHECK_GAP_MS = 10 * 60_000;
