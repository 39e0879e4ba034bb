import { isHearbackError } from '../errors.ts';
import { type ImportCounts, noCounts } from './counts.ts';
import type { Format } from './format.ts';
import { readFile } from './read-file.ts';
import { type TakeDeps, takeIn } from './take-in.ts';

export interface Taken {
  readonly counts: ImportCounts;
  /** What ended it before the end, in words for a person. */
  readonly problem: string | undefined;
}

export type TakeFile = (bytes: AsyncIterable<Uint8Array>, options?: Pick<TakeDeps, 'sites'>) => Promise<Taken>;

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

/** The same with everything at hand but the file. */
export function createTakeFile(deps: TakeDeps & { readonly formats: readonly Format[] }): TakeFile {
  return async (bytes, options = {}) => {
    const counts = noCounts();
    return { counts, problem: await takeFile(bytes, counts, { ...deps, ...options }) };
  };
}
