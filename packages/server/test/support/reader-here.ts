import { readHere } from '../../src/pages/readings.ts';
import type { PageReader } from '../../src/ports/index.ts';

/** The readings of the reader's thread, done in this one. */
export const readerHere: PageReader = {
  read: async (what, given) => ({ ok: true, reading: await readHere(what, given) }),
  close: async () => {},
};

/** A reader that every page kills. */
export const deadlyReader: PageReader = {
  read: async () => ({ ok: false, kind: 'poison', reason: 'Reading the page took more than 1000 ms.' }),
  close: async () => {},
};
