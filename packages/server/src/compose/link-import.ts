import { noCounts, type Skip } from '../import/counts.ts';
import { linkCsv } from '../import/formats/link-csv.ts';
import { takeFile } from '../import/take-file.ts';
import type { TakeDeps } from '../import/take-in.ts';
import type { ImportLinks } from '../web/import-links.ts';

/** A form has no more lines than these to say something of. */
const MOST_SKIPS = 100;

/** Takes in a list of links that somebody pasted at the desk. */
export function createLinkImport(deps: Omit<TakeDeps, 'sites' | 'onSkip'>): ImportLinks {
  return async (text, sites) => {
    const counts = noCounts();
    const skips: Skip[] = [];
    const onSkip = (skip: Skip) => {
      if (skips.length < MOST_SKIPS) skips.push(skip);
    };
    const bytes = async function* () {
      yield new TextEncoder().encode(text);
    };
    const asked = { ...deps, sites, onSkip, formats: [linkCsv], format: linkCsv.name };
    return { counts, skips, problem: await takeFile(bytes(), counts, asked) };
  };
}
