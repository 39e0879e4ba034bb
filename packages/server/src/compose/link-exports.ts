import type { Config } from '../config.ts';
import { HearbackError } from '../errors.ts';
import { LINK_FORMATS, linkFormat, linkPieces } from '../web/links/write.ts';
import { readFilter } from './link-filter.ts';
import { openExistingStore } from './store.ts';
import { mayReplace, writeFile } from './whole-file.ts';

export interface LinkExportOptions {
  /** By its name, else by the ending of the file's. */
  readonly format: string | undefined;
  readonly force: boolean;
  /** What the address of the table says behind its question mark. */
  readonly filter: string;
  readonly bom: boolean;
  readonly onRows: (count: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Writes the links of the ledger to a file, which has its name only when it is whole and on disk. Answers how many.
 * @throws HearbackError `usage` for a format or a filter that is none, `storage` for a file that cannot be written
 */
export async function exportLinks(config: Config, file: string, options: LinkExportOptions): Promise<number> {
  const name = linkFormat(options.format ?? file.slice(file.lastIndexOf('.') + 1));
  if (!name)
    throw new HearbackError(
      'usage',
      `Links are written as ${Object.keys(LINK_FORMATS).join(', ')}: say which, as in --format csv.`,
    );
  mayReplace(file, options.force);
  const store = await openExistingStore(config);
  try {
    const filter = await readFilter(store, options.filter);
    let count = 0;
    const onRows = (rows: number) => {
      count = rows;
      options.onRows(rows);
    };
    await writeFile(file, linkPieces(store.ledger, filter, name, { bom: options.bom, onRows }), options.signal);
    return count;
  } finally {
    await store.close();
  }
}
