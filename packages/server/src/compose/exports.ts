import type { Config } from '../config.ts';
import { HearbackError } from '../errors.ts';
import { createSiteDirectory } from '../pages/directory.ts';
import type { ExportQuery } from '../ports/index.ts';
import { systemClock } from '../system.ts';
import { EXPORT_FORMATS } from '../web/export/index.ts';
import { exportPieces } from '../web/export/write.ts';
import { openExistingStore } from './store.ts';
import { mayReplace, writeFile } from './whole-file.ts';

const EXPORT_NAMES: readonly string[] = EXPORT_FORMATS.map(({ name }) => name);

export interface ExportOptions {
  /** By its name, else by the ending of the file's. */
  readonly format: string | undefined;
  /** A file of this name may be replaced. */
  readonly force: boolean;
  readonly query: Omit<ExportQuery, 'which' | 'targetKey'>;
  readonly target: URL | undefined;
  readonly onRows: (count: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Writes the mentions of a store to a file, which has its name only when it is whole and on disk. Answers how many.
 * @throws HearbackError `usage` for a format that is none, `storage` for a file that is there already or cannot be written
 */
export async function exportTo(config: Config, file: string, options: ExportOptions): Promise<number> {
  const format = formatFor(file, options.format);
  mayReplace(file, options.force);
  const store = await openExistingStore(config);
  try {
    const directory = createSiteDirectory(store.sites, systemClock);
    await directory.refresh();
    const { target } = options;
    const own = target && directory.resolve(target);
    if (target && !own) throw new HearbackError('usage', `${target.href} is no page of a site of this store.`);
    const query = { ...options.query, targetKey: own?.key };
    let count = 0;
    const pieces = exportPieces(format, store.exports, query, { directory, now: systemClock.now() }, (rows) => {
      count = rows;
      options.onRows(rows);
    });
    await writeFile(file, pieces, options.signal);
    return count;
  } finally {
    await store.close();
  }
}

function formatFor(file: string, name: string | undefined) {
  const byEnding = EXPORT_FORMATS.filter(({ ending }) => file.endsWith(`.${ending}`));
  const format =
    name === undefined
      ? (byEnding[0] ?? (file.endsWith('.jf2') ? EXPORT_FORMATS.find((one) => one.name === 'jf2') : undefined))
      : EXPORT_FORMATS.find((one) => one.name === name);
  if (format) return format;
  const names = EXPORT_NAMES.join(', ');
  throw new HearbackError(
    'usage',
    `Say what ${file === '-' ? 'the standard output' : file} is to be, as in --format wxr. There are ${names}.`,
  );
}
