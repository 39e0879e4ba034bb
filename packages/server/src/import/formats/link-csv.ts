import { parseUrl } from '@hearback/protocol';
import { HearbackError } from '../../errors.ts';
import type { Found } from '../brought.ts';
import { entryOf } from '../entry.ts';
import type { Format } from '../format.ts';
import { recordsOf, separatorOf } from './csv-records.ts';

/** What tools call the page that links, and the page that is linked to; in lower case. */
const SOURCES = ['source', 'source url', 'linking page', 'referring page url', 'referring page', 'from', 'url from'];
const TARGETS = ['target', 'target url', 'target page', 'link url', 'linked page', 'to', 'url to'];
/** Lists of Search Console that name one end of links only, in English. */
const DOMAINS = ['site', 'linking site', 'linking sites', 'domain', 'referring domain'];

interface Columns {
  readonly source: number;
  readonly target: number;
  /** The first line is a heading. */
  readonly isHead: boolean;
}

/**
 * A list of links as tables: `source,target`, with or without a heading, or the columns of other tools by their names.
 * Nothing is known of such a link but that somebody names it, so it is looked at like anything else, and held.
 */
export const linkCsv: Format = {
  name: 'csv',
  title: 'a list of links (CSV with the columns source and target)',
  looksLike(head) {
    const first = (head.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/, 1)[0] ?? '').trim();
    if (first === '' || /^[<{[]/.test(first)) return false;
    const cells = first.split(separatorOf(first)).map(named);
    return cells.some((cell) => /^https?:\/\//.test(cell) || isKnown(cell));
  },
  async *read(text) {
    let columns: Columns | undefined;
    for await (const { cells, line } of recordsOf(text)) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      if (columns === undefined) {
        columns = columnsOf(cells);
        if (columns.isHead) continue;
      }
      yield found(cells, line, columns);
    }
  },
};

function named(cell: string): string {
  return cell.trim().replace(/^"|"$/g, '').trim().toLowerCase();
}

function isKnown(cell: string): boolean {
  return [SOURCES, TARGETS, DOMAINS].some((names) => names.includes(cell));
}

function columnsOf(cells: readonly string[]): Columns {
  const names = cells.map(named);
  const isHead = !names.some((name) => /^https?:\/\//.test(name));
  if (!isHead && cells.length > 1) return { source: 0, target: 1, isHead };
  const source = names.findIndex((name) => SOURCES.includes(name));
  const target = names.findIndex((name) => TARGETS.includes(name));
  if (source >= 0 && target >= 0) return { source, target, isHead };
  const what = !isHead || source >= 0 ? 'pages that link' : target >= 0 ? 'your pages' : 'domains';
  throw new HearbackError(
    'import',
    `line 1: it names ${what} only, and a link has two ends. Add a column "${target >= 0 ? 'source' : 'target'}" ` +
      `with ${target >= 0 ? 'the page that links' : 'the page of yours that is linked to'} in each line: nothing can be ` +
      'looked at without it.',
  );
}

function found(cells: readonly string[], line: number, { source: from, target: to }: Columns): Found {
  const place = `line ${line}`;
  const [source, target] = [(cells[from] ?? '').trim(), (cells[to] ?? '').trim()];
  if (!parseUrl(source).ok || !parseUrl(target).ok)
    return { place, ok: false, why: 'unreadable', what: cells.join(',').slice(0, 200) };
  return {
    place,
    ok: true,
    brought: {
      ...{ source, target, protocol: 'refback', as: 'named', receivedAt: undefined, foreignId: '' },
      entry: entryOf({}),
    },
  };
}
