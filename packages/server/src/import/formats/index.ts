import type { Format } from '../format.ts';
import { linkCsv } from './link-csv.ts';
import { goJamming, webmentiond } from './others.ts';
import { classic, jf2 } from './webmention-io.ts';
import { wxr } from './wxr.ts';

/** Everything that can be imported, in the order in which a file is tried. A new format is one line here. */
export const FORMATS: readonly Format[] = [wxr, jf2, classic, goJamming, webmentiond, linkCsv];
