/** Where a text that is looked for may stand. `word`: between other words; `start`: at the beginning of one; `any`: everywhere. */
export type Bounds = 'word' | 'start' | 'any';

export interface Sought<T> {
  readonly text: string;
  readonly bounds: Bounds;
  readonly value: T;
}

/** Looks for many literal texts at once. */
export interface WordFinder<T> {
  /** Every occurrence, in the order of their ends, until `onFound` answers `false`. Linear in the text, whatever their number. */
  find(text: string, onFound: (value: T, at: number) => boolean | undefined): void;
}

/** What is not ASCII is rare, and a word list of an owner may be long: each row has half a kilobyte. */
const ROW = 128;
const FIRST_ROWS = 64;
const MOST_ROWS = 4_096;
const UNKNOWN = -1;
const LETTER = /[\p{L}\p{N}]/u;

function isLetterAt(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return false;
  const code = text.charCodeAt(at);
  if (code < 128) return (code > 47 && code < 58) || ((code | 32) > 96 && (code | 32) < 123);
  return LETTER.test(text[at] ?? '');
}

/**
 * Aho–Corasick: ten thousand words are found in one pass, where ten thousand searches would take ten thousand. Letters are
 * compared as they are; whoever wants `Cialis` to be found by `cialis` folds both first. What an owner types is never a
 * pattern: `.*` is two characters.
 */
export function createWordFinder<T>(sought: readonly Sought<T>[]): WordFinder<T> {
  // One map for all nodes: a map for each took five times the memory.
  const edges = new Map<number, number>();
  const fails: number[] = [0];
  const outputs: (Sought<T>[] | undefined)[] = [undefined];
  const shorter: number[] = [0];
  const key = (node: number, code: number) => node * 65_536 + code;

  for (const one of sought) {
    if (one.text === '') continue;
    let node = 0;
    for (let at = 0; at < one.text.length; at++) {
      const edge = key(node, one.text.charCodeAt(at));
      const next = edges.get(edge) ?? fails.length;
      if (next === fails.length) {
        edges.set(edge, next);
        fails.push(0);
        outputs.push(undefined);
        shorter.push(0);
      }
      node = next;
    }
    const found = outputs[node] ?? [];
    outputs[node] = found;
    found.push(one);
  }
  link();

  function step(from: number, code: number): number {
    let node = from;
    for (;;) {
      const next = edges.get(key(node, code));
      if (next !== undefined) return next;
      if (node === 0) return 0;
      node = fails[node] ?? 0;
    }
  }

  /** Breadth first: what a node falls back to is nearer to the root. Edges were made parents first, siblings by length. */
  function link(): void {
    const children = new Map<number, [number, number][]>();
    for (const [edge, child] of edges) {
      const parent = Math.floor(edge / 65_536);
      const siblings = children.get(parent) ?? [];
      siblings.push([edge % 65_536, child]);
      children.set(parent, siblings);
    }
    const queue = [0];
    for (let head = 0; head < queue.length; head++) {
      const node = queue[head] ?? 0;
      for (const [code, child] of children.get(node) ?? []) {
        const fallback = node === 0 ? 0 : step(fails[node] ?? 0, code);
        fails[child] = fallback;
        shorter[child] = outputs[fallback] === undefined ? (shorter[fallback] ?? 0) : fallback;
        queue.push(child);
      }
    }
  }

  /** The nearest node at which something ends, this one included. */
  const ends = Int32Array.from(outputs, (found, node) => (found ? node : (shorter[node] ?? 0)));
  /**
   * Where each letter led from the nodes that were met: nine of ten steps fall back otherwise. Nodes that were not met share
   * the first row, in which nothing is known.
   */
  let rows = new Int32Array(FIRST_ROWS * ROW).fill(UNKNOWN);
  const rowOf = new Int32Array(fails.length);
  let made = 1;

  /** As `step`, and remembers it while there is room. */
  function learn(from: number, code: number): number {
    const next = step(from, code);
    if (code >= ROW || (rowOf[from] === 0 && made === MOST_ROWS)) return next;
    if (rowOf[from] === 0) {
      if (made * ROW === rows.length) {
        const more = new Int32Array(2 * rows.length).fill(UNKNOWN);
        more.set(rows);
        rows = more;
      }
      rowOf[from] = made;
      made += 1;
    }
    rows[(rowOf[from] ?? 0) * ROW + code] = next;
    return next;
  }

  return {
    find(text, onFound) {
      let node = 0;
      for (let at = 0; at < text.length; at++) {
        const code = text.charCodeAt(at);
        const known = code < ROW ? (rows[(rowOf[node] ?? 0) * ROW + code] ?? UNKNOWN) : UNKNOWN;
        node = known === UNKNOWN ? learn(node, code) : known;
        for (let one = ends[node] ?? 0; one !== 0; one = shorter[one] ?? 0) {
          for (const { text: word, bounds, value } of outputs[one] ?? []) {
            const start = at + 1 - word.length;
            if (bounds !== 'any' && isLetterAt(text, start - 1)) continue;
            if (bounds === 'word' && isLetterAt(text, at + 1)) continue;
            if (onFound(value, start) === false) return;
          }
        }
      }
    },
  };
}
