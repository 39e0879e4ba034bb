/** One reader of strangers' bytes, and what must hold whatever they are. */
export interface Target {
  readonly name: string;
  /** What `check` demands, in sentences; printed with `--oracles`. */
  readonly oracles: readonly string[];
  /** Longest input that is tried, in bytes. */
  readonly maxBytes: number;
  /** Inputs to begin with, beside the kept corpus. */
  readonly seeds: readonly string[];
  /** Pieces that the grammar is made of. */
  readonly tokens: readonly string[];
  /** Throws a `Violation` when an oracle does not hold; any other error is a finding too. */
  check(input: Uint8Array): void | Promise<void>;
  /** Only reads, for the oracle of linear time, which every target has. */
  read(input: Uint8Array): unknown;
}

export class Violation extends Error {}

/** Throws when what must hold does not. `sentence` names the oracle: findings with the same one count as one. */
export function must(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new Violation(sentence);
}

const UNSHOWABLE = /[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/u;
/** UTF-16 units that one grapheme may have at most. */
const GRAPHEME = 24;

/** Text that is stored or shown: well-formed, one line, nothing that turns or hides what stands around it. */
export function mustBeText(text: string, graphemes: number, what: string): void {
  must(text.isWellFormed(), `${what} is well-formed Unicode`);
  must(!UNSHOWABLE.test(text.replaceAll(/[\u200c\u200d]/g, '')), `${what} has no control or invisible character`);
  must(text.length <= graphemes * GRAPHEME, `${what} keeps to its length`);
  must([...new Intl.Segmenter().segment(text)].length <= graphemes, `${what} keeps to its number of graphemes`);
}

/** A URL that is stored, shown or asked: `''` only where `optional`. */
export function mustBeWebUrl(url: string, what: string, { optional = false } = {}): void {
  if (optional && url === '') return;
  const parsed = URL.parse(url);
  must(parsed !== null && /^https?:$/.test(parsed.protocol), `${what} is an http(s) URL`);
  must(parsed.username === '' && parsed.password === '', `${what} carries no user name`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  must(url.length <= 2048 && !/[\s\u0000-\u001f]/.test(url), `${what} is one word of at most 2,048 characters`);
}

/** Reads an input as text, whatever it is. */
export function textOf(input: Uint8Array): string {
  return new TextDecoder().decode(input);
}
