import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Config } from '../config.ts';
import { HearbackError, messageOf } from '../errors.ts';
import { createSiteDirectory } from '../pages/directory.ts';
import type { ExportQuery } from '../ports/index.ts';
import { systemClock } from '../system.ts';
import { EXPORT_FORMATS } from '../web/export/index.ts';
import { exportPieces } from '../web/export/write.ts';
import { openExistingStore } from './store.ts';

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
  if (!options.force && existsSync(file))
    throw new HearbackError('storage', `There is a file ${file} already: name another, or replace it with --force.`);
  const store = await openExistingStore(config);
  const unfinished = `${file}.unfinished`;
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
    await writeWhole(unfinished, pieces, options.signal);
    await rename(unfinished, file);
    await syncFolder(file);
    return count;
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof HearbackError) throw error;
    throw new HearbackError('storage', `${file} cannot be written: ${messageOf(error)}`, { cause: error });
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
  throw new HearbackError('usage', `Say what ${file} is to be, as in --format wxr. There are ${names}.`);
}

async function writeWhole(path: string, pieces: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  const file = await open(path, 'w');
  try {
    for await (const piece of pieces) {
      if (signal.aborted) throw new Error('it was stopped before the end');
      await file.writeFile(piece);
    }
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file), 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
