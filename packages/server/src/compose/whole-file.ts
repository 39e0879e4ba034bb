import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HearbackError, messageOf } from '../errors.ts';
import { printable } from '../printable.ts';

/**
 * Writes a file that has its name only when it is whole and on disk; `-` is the standard output, which has what came until then.
 * @throws HearbackError `storage` when it cannot be written
 */
export async function writeFile(file: string, pieces: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  if (file === '-') return writeOut(pieces, signal);
  const unfinished = `${file}.unfinished`;
  try {
    await writeWhole(unfinished, pieces, signal);
    await rename(unfinished, file);
    await syncFolder(file);
  } catch (error) {
    await rm(unfinished, { force: true });
    if (error instanceof HearbackError) throw error;
    throw new HearbackError('storage', `${file} cannot be written: ${messageOf(error)}`, { cause: error });
  }
}

/** @throws HearbackError `storage` for a file that is there already and may not be replaced */
export function mayReplace(file: string, force: boolean): void {
  if (file !== '-' && !force && existsSync(file))
    throw new HearbackError('storage', `There is a file ${file} already: name another, or replace it with --force.`);
}

async function writeOut(pieces: AsyncIterable<string>, signal: AbortSignal): Promise<void> {
  // A terminal would do what a stranger's text tells it; a pipe is given each byte as it is.
  const shown = process.stdout.isTTY ? shownPieces(pieces) : pieces;
  try {
    await pipeline(Readable.from(shown), process.stdout, { end: false, signal });
  } catch (error) {
    if (error instanceof HearbackError) throw error;
    const why = signal.aborted ? 'it was stopped before the end' : messageOf(error);
    throw new HearbackError('storage', `The standard output cannot be written: ${why}.`, { cause: error });
  }
}

async function* shownPieces(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const piece of pieces) yield printable(piece);
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
