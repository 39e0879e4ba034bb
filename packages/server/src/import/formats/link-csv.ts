import { parseUrl } from '@hearback/protocol';
import { HearbackError } from '../../errors.ts';
import type { Found } from '../brought.ts';
import { entryOf } from '../entry.ts';
import type { Format } from '../format.ts';
import { type CsvRecord, recordsOf } from './csv-records.ts';
import { isHead, isKnownName, isLine, type LinkTable, tableOf } from './link-table.ts';
import { saidSeparator, separatorOf } from './separator.ts';

/**
 * A list of links as a table: `source,target`, with or without a heading, the columns of other tools by their names, or
 * pages that link and nothing more, as Search Console lists them. Nothing is known of such a link but that somebody names
 * it, so it is looked at like anything else, and held.
 */
export const linkCsv: Format = {
  name: 'csv',
  title: 'a list of links or of linking pages (CSV, also of Search Console)',
  looksLike(head) {
    const text = head.replace(/^\uFEFF/, '');
    const [first = '', second = ''] = text
      .slice(saidSeparator(text)?.line.length ?? 0)
      .split(/\r\n|\n|\r/, 20)
      .filter((line) => line.trim() !== '');
    if (first === '' || /^\s*[<{[]/.test(first)) return false;
    const separator = separatorOf(text);
    const cellsOf = (line: string) =>
      (separator === '' ? [line] : line.split(separator)).map((cell) => cell.trim().replace(/^"|"$/g, ''));
    const cells = cellsOf(first);
    return !isHead(cells) || cells.some(isKnownName) || isLine(cellsOf(second));
  },
  async *read(text) {
    let head: readonly string[] | undefined;
    let table: LinkTable | undefined;
    for await (const record of recordsOf(text)) {
      const { cells } = record;
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (table === undefined) {
        if (head === undefined && isHead(cells)) {
          head = cells;
          continue;
        }
        table = tableOf(head, cells) ?? lacking();
      }
      yield found(record, table);
    }
    // A heading alone may say enough of what is not in it.
    if (table === undefined && head !== undefined && !tableOf(head, undefined)) lacking();
  },
};

function lacking(): never {
  throw new HearbackError(
    'import',
    'line 1: it names no pages that link. Call the column of the page that links "source"; a column "target" may have the ' +
      'page of yours that it links to.',
  );
}

function found({ cells, line }: CsvRecord, table: LinkTable): Found {
  const place = `line ${line}`;
  const source = (cells[table.source] ?? '').trim();
  const bad: Found = { place, ok: false, why: 'unreadable', what: cells.join(',').slice(0, 200) };
  if (!parseUrl(source).ok) return bad;
  if (table.what === 'linking') return { place, ok: true, linking: source };
  const target = (cells[table.target] ?? '').trim();
  if (!parseUrl(target).ok) return bad;
  return {
    place,
    ok: true,
    brought: {
      ...{ source, target, protocol: 'refback', as: 'named', receivedAt: undefined, foreignId: '' },
      entry: entryOf({}),
    },
  };
}
