/** From here on a text is one of the few that a page has. */
const LONG = 2_000;
const MOST_LONG = 8;
/** All that a page calls its links, and their hosts. */
const MOST_SHORT = 2_048;

/**
 * A pure function of a text that remembers what it answered: each who judges a page looks at its text and its links, one
 * after the other.
 */
export function remembering<T extends object | string>(work: (text: string) => T): (text: string) => T {
  const short = new Map<string, T>();
  const long = new Map<string, T>();
  return (text) => {
    const [known, most] = text.length < LONG ? [short, MOST_SHORT] : [long, MOST_LONG];
    const before = known.get(text);
    if (before !== undefined) return before;
    const result = work(text);
    if (known.size === most) known.clear();
    known.set(text, result);
    return result;
  };
}
