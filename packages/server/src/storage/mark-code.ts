import { hash } from 'node:crypto';

/** The same few thousand words come again and again. */
const known = new Map<string, string>();
const MOST_KNOWN = 10_000;

/**
 * What the index of marks keeps of one, so that it holds no word of what was forgotten. 56 bits: nobody finds another mark
 * with the same ones, to be in a list that he has no place in.
 */
export function codeOf(mark: string): string {
  const before = known.get(mark);
  if (before !== undefined) return before;
  const code = hash('sha256', mark, 'hex').slice(0, 14);
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(mark, code);
  return code;
}
