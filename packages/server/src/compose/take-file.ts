import type { TakeFile } from '../import/take-file.ts';
import type { Resolve } from '../pages/resolve.ts';
import { type ImportingDeps, importing } from './importing.ts';

/** For the desk: files that are brought to it. */
export function openTakeFile(deps: ImportingDeps & { readonly resolve: Resolve }): TakeFile {
  // Readers of files are loaded when there is one.
  return async (bytes, options) => {
    const { createTakeFile } = await import('../import/take-file.ts');
    const { FORMATS } = await import('../import/formats/index.ts');
    return createTakeFile({ ...importing(deps), resolve: deps.resolve, formats: FORMATS })(bytes, options);
  };
}
