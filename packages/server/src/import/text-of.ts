import { HearbackError } from '../errors.ts';

const HEAD = 64 * 1024;

/** What is no text, by its first bytes. */
const FOREIGN: readonly (readonly [bytes: readonly number[], what: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip archive: unpack it, and import what is in it'],
  [[0x1f, 0x8b], 'compressed with gzip: unpack it first (gunzip FILE)'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'a database of SQLite'],
];

const BOMS: readonly (readonly [bytes: readonly number[], charset: string])[] = [
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

export interface TextOf {
  /** The first 64 KiB, or all of a smaller file. */
  readonly head: string;
  /** All of it, the head included. */
  readonly parts: AsyncIterable<string>;
}

/**
 * The text of a file, a piece at a time: UTF-8, UTF-16 with its mark, or what its XML declaration says.
 * @throws HearbackError `import` for what is no text, and, with the line, for bytes that are none
 */
export async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<TextOf> {
  const parts = decoded(bytes);
  let head = '';
  let end: { readonly error?: unknown } | undefined;
  while (head.length < HEAD && !end) {
    try {
      const next = await parts.next();
      if (next.done) end = {};
      else head += next.value;
    } catch (error) {
      if (head === '') throw error;
      // What was read before it is to be taken first.
      end = { error };
    }
  }
  return {
    head: head.slice(0, HEAD),
    parts: (async function* () {
      yield head;
      if (end?.error !== undefined) throw end.error;
      yield* parts;
    })(),
  };
}

async function* decoded(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  let charset = '';
  let line = 1;
  let before: Uint8Array = new Uint8Array();
  for await (const part of whole(bytes)) {
    if (!decoder) {
      requireText(part);
      charset = charsetOf(part);
      decoder = decoderOf(charset);
    }
    const text = decode(decoder, part);
    const sound = text ?? soundText(charset, before, part);
    line += sound.split('\n').length - 1;
    if (sound !== '') yield sound;
    if (text === undefined) throw notOf(charset, line);
    if (decoder.encoding === 'utf-8') before = tailOf(before, part);
  }
  if (decoder && decode(decoder) === undefined) throw notOf(charset, line);
}

/** So that the first part has the first bytes in it, however they come. */
async function* whole(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | undefined = new Uint8Array();
  for await (const part of bytes) {
    if (!first) yield part;
    else {
      first = concat(first, part);
      if (first.length < 512) continue;
      yield first;
      first = undefined;
    }
  }
  if (first && first.length > 0) yield first;
}

function concat(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function startsWith(part: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, at) => part[at] === byte);
}

function requireText(part: Uint8Array): void {
  const foreign = FOREIGN.find(([bytes]) => startsWith(part, bytes));
  // A workbook is a zip archive too, whose first entry is always called so.
  if (foreign && new TextDecoder('latin1').decode(part.subarray(0, 200)).includes('[Content_Types].xml'))
    throw new HearbackError('import', 'it is a workbook of a spreadsheet: save it as CSV, and import that.');
  if (foreign) throw new HearbackError('import', `it is ${foreign[1]}.`);
}

function charsetOf(part: Uint8Array): string {
  const marked = BOMS.find(([bytes]) => startsWith(part, bytes));
  if (marked) return marked[1];
  const start = new TextDecoder('windows-1252').decode(part.subarray(0, 200));
  return /^[^<]{0,3}<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z0-9._:-]+)["']/.exec(start)?.[1] ?? 'utf-8';
}

function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset, { fatal: true });
  } catch {
    throw new HearbackError('import', `its charset "${charset.slice(0, 40)}" is unknown; save it as UTF-8.`);
  }
}

/** The text of a part, without a part all that is left; `undefined` for bytes that are none. */
function decode(decoder: InstanceType<typeof TextDecoder>, part?: Uint8Array): string | undefined {
  try {
    return decoder.decode(part, { stream: part !== undefined });
  } catch {
    return undefined;
  }
}

function notOf(charset: string, line: number): HearbackError {
  return new HearbackError('import', `line ${line}: its bytes are not ${charset.toUpperCase()}; save it as UTF-8.`);
}

/** The last four bytes, from the beginning of a character of UTF-8 on: the decoder may still hold some of them. */
function tailOf(before: Uint8Array, part: Uint8Array): Uint8Array {
  const last = concat(before, part.subarray(-4)).slice(-4);
  const start = last.findIndex((byte) => (byte & 0xc0) !== 0x80);
  return last.subarray(Math.max(start, 0));
}

/** What stands in a part before the byte that is no text, by halves: a decoder does not tell where it fails. */
function soundText(charset: string, before: Uint8Array, part: Uint8Array): string {
  const bytes = concat(before, part);
  const upTo = (length: number) => decode(decoderOf(charset), bytes.subarray(0, length));
  let [good, bad] = [before.length, bytes.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (upTo(middle) === undefined) bad = middle;
    else good = middle;
  }
  return (upTo(good) ?? '').slice(upTo(before.length)?.length ?? 0);
}
