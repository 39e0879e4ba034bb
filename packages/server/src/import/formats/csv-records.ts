import { HearbackError } from '../../errors.ts';

export interface CsvRecord {
  readonly cells: readonly string[];
  /** Of its beginning, counted from 1. */
  readonly line: number;
}

/** A longer one is a quote that nobody closed. */
const LONGEST = 64 * 1024;
const MOST_CELLS = 200;

/** What parts the cells of a table, by its first line: spreadsheets write semicolons where the comma is for decimals. */
export function separatorOf(first: string): string {
  return [',', ';', '\t'].toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ',';
}

/**
 * The records of RFC 4180, piece by piece; also with line feeds alone, and with a mark of the byte order.
 * @throws HearbackError `import`, with the line, for a record without an end
 */
export async function* recordsOf(text: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  let separator: string | undefined;
  let [pending, line] = ['', 1];
  for await (const piece of text) {
    pending += piece;
    if (separator === undefined) {
      pending = pending.replace(/^\uFEFF/, '');
      const end = pending.search(/[\r\n]/);
      if (end < 0 && pending.length < LONGEST) continue;
      separator = separatorOf(end < 0 ? pending : pending.slice(0, end));
    }
    let at = 0;
    for (;;) {
      const end = endOf(pending, at);
      // A carriage return at the end of a piece may be half of a line's end.
      if (end < 0 || (pending[end] === '\r' && end === pending.length - 1)) break;
      const record = pending.slice(at, end);
      yield { cells: cellsOf(record, separator), line };
      line += 1 + (record.match(/\r\n|\n|\r/g)?.length ?? 0);
      at = end + (pending.startsWith('\r\n', end) ? 2 : 1);
    }
    pending = pending.slice(at);
    if (pending.length > LONGEST)
      throw new HearbackError('import', `line ${line}: it does not end within 64 KiB; a quotation mark is missing.`);
  }
  if (pending.trim() !== '') yield { cells: cellsOf(pending, separator ?? separatorOf(pending)), line };
}

/** Where a record ends: at the first end of a line outside quotation marks. */
function endOf(text: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (letter === '\n' || letter === '\r')) return at;
  }
  return -1;
}

function cellsOf(record: string, separator: string): readonly string[] {
  const cells: string[] = [];
  let [cell, isQuoted] = ['', false];
  for (let at = 0; at < record.length; at += 1) {
    const letter = record[at] ?? '';
    if (letter === '"' && isQuoted && record[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (letter === '"') isQuoted = !isQuoted;
    else if (letter === separator && !isQuoted) {
      cells.push(cell);
      cell = '';
      if (cells.length === MOST_CELLS) return cells;
    } else cell += letter;
  }
  return [...cells, cell];
}
