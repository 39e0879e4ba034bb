import { HearbackError } from '../../errors.ts';
import { isSample, saidSeparator, separatorOf } from './separator.ts';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** Of its beginning, counted from 1. */
  readonly line: number;
}

/** A longer one is a quote that nobody closed. */
const LONGEST = 64 * 1024;
const MOST_CELLS = 200;

/**
 * The records of RFC 4180, piece by piece; also with line feeds alone, and with a mark of the byte order. A quotation mark
 * opens a cell at its start only: within a cell that has none there it is a letter, as people write it (`a 5" disk`).
 * @throws HearbackError `import`, with the line, for a record without an end; those before it were yielded
 */
export async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  let separator: string | undefined;
  let [pending, line] = ['', 1];
  for await (const piece of begun(text)) {
    pending += piece;
    if (separator === undefined) {
      pending = pending.replace(/^\uFEFF/, '');
      separator = separatorOf(pending);
      const said = saidSeparator(pending)?.line ?? '';
      pending = pending.slice(said.length);
      line += linesIn(said);
    }
    let at = 0;
    let scan = scanned(pending, at, separator);
    for (; scan.how === 'ended'; scan = scanned(pending, at, separator)) {
      const { end, cells } = scan;
      // A carriage return at the end of a piece may be half of a line's end.
      if (pending[end] === '\r' && end === pending.length - 1) break;
      yield { cells, line };
      line += 1 + linesIn(pending.slice(at, end));
      at = end + (pending.startsWith('\r\n', end) ? 2 : 1);
    }
    const open = scan.how === 'open' ? linesIn(pending.slice(at, scan.opened)) : 0;
    if (scan.how === 'open' && scan.isHopeless) throw unclosed(line + open);
    pending = pending.slice(at);
    if (pending.length <= LONGEST) continue;
    if (scan.how === 'open') throw unclosed(line + open);
    throw new HearbackError('import', `line ${line}: it does not end within 64 KiB; the lines before it were read.`);
  }
  if (pending.trim() === '') return;
  const last = scanned(pending, 0, separator ?? '');
  if (last.how === 'open') throw unclosed(line + linesIn(pending.slice(0, last.opened)));
  yield { cells: last.cells, line };
}

/** The same text; its first piece is long enough to see what parts the cells. */
async function* begun(text: AsyncIterable<string>): AsyncGenerator<string> {
  let [first, isBegun] = ['', false];
  for await (const piece of text) {
    if (isBegun) {
      yield piece;
      continue;
    }
    first += piece;
    isBegun = first.length >= LONGEST || isSample(first.replace(/^\uFEFF/, ''));
    if (isBegun) yield first;
  }
  if (!isBegun) yield first;
}

function linesIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0;
}

function unclosed(line: number): HearbackError {
  return new HearbackError(
    'import',
    `line ${line}: it does not end: a quotation mark opens a cell there, and none closes it. ` +
      'The lines before it were read; mend it and import the file again.',
  );
}

type Scan =
  /** `over`: the text ends where the record may. */
  | { readonly how: 'ended' | 'over'; readonly end: number; readonly cells: readonly string[] }
  /** Within quotation marks, the first of them at `opened`; `isHopeless`: they closed on another line, within a cell. */
  | { readonly how: 'open'; readonly opened: number; readonly isHopeless: boolean };

/** The record that begins there, up to the first end of a line outside quotation marks. */
function scanned(text: string, from: number, separator: string): Scan {
  const cells: string[] = [];
  let at = from;
  for (;;) {
    let cell = '';
    const opened = text.slice(at, at + LONGEST).search(separator === '\t' ? /[^ ]/ : /[^ \t]/) + at;
    if (text[opened] === '"') {
      const close = closeOf(text, opened);
      if (close < 0) return { how: 'open', opened, isHopeless: false };
      cell = text.slice(opened + 1, close).replaceAll('""', '"');
      at = close + 1;
    }
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
    const rest = text.slice(at, end);
    // Two strays on different lines are no cell: what stands between them would be lost.
    if (text[opened] === '"' && opened < at && rest.trim() !== '' && /[\r\n]/.test(cell))
      return { how: 'open', opened, isHopeless: true };
    if (cells.length < MOST_CELLS) cells.push(cell + rest);
    if (end === text.length) return { how: 'over', end, cells };
    if (text[end] !== separator) return { how: 'ended', end, cells };
    at = end + 1;
  }
}

/** The quotation mark that closes the one at `opened`; two are a letter. */
function closeOf(text: string, opened: number): number {
  let at = text.indexOf('"', opened + 1);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
