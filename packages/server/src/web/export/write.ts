import { setImmediate as nextRound } from 'node:timers/promises';
import type { ExportPlace, ExportQuery, Exports } from '../../ports/index.ts';
import type { ExportContext, ExportFormat } from './format.ts';

/** Rows of one part: they are all that is in memory at once. */
const PART = 500;

/** A whole file, in pieces. `onRows` hears how many were written so far. */
export async function* exportPieces(
  format: ExportFormat,
  exports: Exports,
  query: Omit<ExportQuery, 'which'>,
  context: ExportContext,
  onRows: (count: number) => void = () => {},
): AsyncGenerator<string> {
  const writer = format.open({ ...context, sites: query.sites });
  yield writer.head;
  let after: ExportPlace | undefined;
  let count = 0;
  for (;;) {
    const rows = await exports.part({ ...query, which: format.which }, after, PART);
    if (rows.length === 0) break;
    yield rows.map((row) => writer.row(row)).join('');
    count += rows.length;
    onRows(count);
    after = rows.at(-1);
    await nextRound();
  }
  yield writer.end();
}
