import { takeNumbers } from '../counter.ts';
import type { Database } from '../schema.ts';

/** Writing something and having it committed is the only honest answer to "can it be written?". */
export async function probe(db: Database): Promise<void> {
  await takeNumbers(db, 'probe');
}
