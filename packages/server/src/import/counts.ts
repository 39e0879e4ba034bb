import { counted } from '../counted.ts';
import type { RunCounts } from '../import-run.ts';
import type { BroughtAs } from '../mention.ts';
import { type Skipped, skippedWords } from './brought.ts';

/** What came of an import. */
export interface ImportCounts {
  read: number;
  /** New here, by how they stood at the old place. */
  readonly taken: Record<BroughtAs, number>;
  /** Pages that are to be searched for links. */
  linking: number;
  readonly skipped: Partial<Record<Skipped, number>>;
}

/** Why one thing was not taken. */
export interface Skip {
  readonly place: string;
  readonly why: Skipped;
  /** The source, as far as there was one. */
  readonly what: string;
}

export function noCounts(): ImportCounts {
  return { read: 0, taken: { approved: 0, pending: 0, named: 0 }, linking: 0, skipped: {} };
}

export function countTaken({ taken, linking }: Pick<RunCounts, 'taken' | 'linking'>): number {
  return taken.approved + taken.pending + taken.named + linking;
}

export function countSkip({ skipped }: ImportCounts, why: Skipped): void {
  skipped[why] = (skipped[why] ?? 0) + 1;
}

/** `12 read: 3 approved and 1 pending taken; skipped: 6 called spam at the old place, 2 here already.` */
export function importSentence(counts: ImportCounts, isDry: boolean): string {
  const { taken, linking, skipped } = counts;
  const kinds = [
    taken.approved > 0 && `${taken.approved} that ${be(taken.approved)} public there`,
    taken.pending > 0 && `${taken.pending} that waited there`,
    taken.named > 0 && `${taken.named} that ${be(taken.named)} only named`,
  ].filter((part) => part !== false);
  const left = Object.entries(skipped).map(([why, n]) => skippedWords(why as Skipped, n));
  const done = isDry ? 'would be taken' : 'taken';
  const toBe = isDry ? 'would be' : linking === 1 ? 'is to be' : 'are to be';
  const parts = [
    kinds.length > 0 && `${kinds.join(' and ')} ${done}`,
    linking > 0 && `${counted(linking, 'page')} ${toBe} searched for links to your sites`,
  ].filter((part) => part !== false);
  const first = parts.length > 0 ? parts.join(', ') : `nothing new${isDry ? '' : ', so nothing changed'}`;
  return `${counts.read} read: ${first}${left.length > 0 ? `; skipped: ${left.join(', ')}` : ''}.`;
}

function be(count: number): string {
  return count === 1 ? 'was' : 'were';
}
