import { settleCounts } from './late-counts.ts';
import type { Database } from './schema.ts';
import { settleSums } from './sum-rows.ts';

/** Writes what waits for the end of the transaction; to be called right before the commit. Always in this order. */
export async function settle(db: Database): Promise<void> {
  await settleSums(db);
  await settleCounts(db);
}
