import { setImmediate as nextRound } from 'node:timers/promises';
import type { Ledger, LedgerFilter, LedgerRow } from '../../ports/index.ts';
import { inertJson } from '../api/json.ts';
import { csvRow } from './csv.ts';
import { LINK_COLUMNS, linkEntry } from './entry.ts';

interface LinkFormat {
  readonly type: string;
  readonly begins: string;
  readonly between: string;
  readonly ends: string;
  row(row: LedgerRow): string;
}

/** Text that is no ASCII, which old spreadsheets take for another charset without this. */
const BOM = '\uFEFF';

/** Every form that links are exported in. */
export const LINK_FORMATS = {
  csv: {
    type: 'text/csv; charset=utf-8; header=present',
    begins: csvRow(LINK_COLUMNS),
    between: '',
    ends: '',
    row(row) {
      const entry = linkEntry(row);
      return csvRow(LINK_COLUMNS.map((name) => entry[name]));
    },
  },
  json: {
    type: 'application/json; charset=utf-8',
    begins: '[',
    between: ',\n',
    ends: ']\n',
    row: (row) => inertJson(linkEntry(row)),
  },
  ndjson: {
    type: 'application/x-ndjson; charset=utf-8',
    begins: '',
    between: '',
    ends: '',
    row: (row) => `${inertJson(linkEntry(row))}\n`,
  },
} as const satisfies Readonly<Record<string, LinkFormat>>;
export type LinkFormatName = keyof typeof LINK_FORMATS;

export function linkFormat(name: string): LinkFormatName | undefined {
  return (Object.keys(LINK_FORMATS) as LinkFormatName[]).find((known) => known === name);
}

/** Read and written at a time: others get their turn between two. */
const BATCH = 500;

/**
 * The links that fit, the oldest first, as text piece by piece: the next rows are read when the last ones were taken, so
 * that memory stays the same however many there are. It goes on behind the last place: what comes or goes meanwhile moves
 * nothing else, and what comes is found at the end.
 */
export async function* linkPieces(
  ledger: Pick<Ledger, 'list'>,
  filter: LedgerFilter,
  name: LinkFormatName,
  { bom = false, onRows = () => {} }: { readonly bom?: boolean; readonly onRows?: (count: number) => void } = {},
): AsyncGenerator<string> {
  const format: LinkFormat = LINK_FORMATS[name];
  yield (bom ? BOM : '') + format.begins;
  let after: number | undefined;
  for (let count = 0; ; ) {
    const rows = await ledger.list(filter, { after, oldestFirst: true, limit: BATCH });
    if (rows.length > 0) yield (count > 0 ? format.between : '') + rows.map(format.row).join(format.between);
    count += rows.length;
    onRows(count);
    after = rows.at(-1)?.place;
    if (rows.length === 0) break;
    await nextRound();
  }
  yield format.ends;
}
