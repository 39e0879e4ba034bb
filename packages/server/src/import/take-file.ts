import { isHearbackError } from '../errors.ts';
import type { ImportCounts } from './counts.ts';
import type { Format } from './format.ts';
import { readFile } from './read-file.ts';
import { type TakeDeps, takeIn } from './take-in.ts';

/** Tells by its content what a file is, and takes in what it has; answers what ended it, if anything did. */
export async function takeFile(
  bytes: AsyncIterable<Uint8Array>,
  counts: ImportCounts,
  deps: TakeDeps & { readonly formats: readonly Format[]; readonly format?: string | undefined },
): Promise<string | undefined> {
  try {
    const { format, found } = await readFile(bytes, deps.formats, deps.format);
    return await takeIn(found, format.title, counts, deps);
  } catch (error) {
    if (isHearbackError(error) && error.code === 'import') return error.message;
    throw error;
  }
}
