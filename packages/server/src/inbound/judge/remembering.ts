/** A page has few texts that are longer; to look a short one up would take longer than to read it. */
const LONG = 2_000;
const MOST = 8;

/**
 * A pure function of a text that remembers what it answered for long ones: each who judges a page looks at its text, one
 * after the other.
 */
export function remembering<T extends object | string | number>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    if (text.length < LONG) return work(text);
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = work(text);
    if (known.size === MOST) known.clear();
    known.set(text, result);
    return result;
  };
}
