import { HearbackError } from '../errors.ts';
import type { Found } from './brought.ts';
import type { Format } from './format.ts';
import { textOf } from './text-of.ts';

export interface ReadFile {
  readonly format: Format;
  readonly found: AsyncIterable<Found>;
}

/**
 * Tells by its content what a file is, and begins to read it.
 * @param name of a format that it is to be read as, whatever it looks like
 * @throws HearbackError `import`: it is nothing that can be imported
 */
export async function readFile(
  bytes: AsyncIterable<Uint8Array>,
  formats: readonly Format[],
  name?: string,
): Promise<ReadFile> {
  const { head, parts } = await textOf(bytes);
  const format = formats.find((one) => (name === undefined ? one.looksLike(head) : one.name === name));
  if (format) return { format, found: format.read(parts) };
  throw new HearbackError('import', `line 1: it is ${guess(head)}.${readable(formats)}`);
}

function readable(formats: readonly Format[]): string {
  return ` What can be imported: ${formats.map(({ title }) => title).join(', ')}.`;
}

function guess(head: string): string {
  if (head.trim() === '') return 'empty';
  if (/^\s*<!doctype html|^\s*<html/i.test(head))
    return 'a web page and no export; a log-in that is over gives such files';
  if (/<rss[\s>]|<feed[\s>]/.test(head)) return 'a feed and no export: use Tools → Export in WordPress';
  return 'nothing that this version can import';
}
