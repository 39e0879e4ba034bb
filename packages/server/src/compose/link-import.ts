import { isHearbackError } from '../errors.ts';
import { noCounts, type Skip } from '../import/counts.ts';
import { linkCsv } from '../import/formats/link-csv.ts';
import { readFile } from '../import/read-file.ts';
import { type TakeDeps, takeIn } from '../import/take-in.ts';
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
    try {
      const bytes = async function* () {
        yield new TextEncoder().encode(text);
      };
      const { found, format } = await readFile(bytes(), [linkCsv], linkCsv.name);
      const problem = await takeIn(found, format.title, counts, { ...deps, sites, onSkip });
      return { counts, skips, problem };
    } catch (error) {
      if (!isHearbackError(error) || error.code !== 'import') throw error;
      return { counts, skips, problem: error.message };
    }
  };
}
