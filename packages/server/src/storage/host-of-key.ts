import { sql } from 'kysely';
import { isShared } from './locks.ts';
import type { Database } from './schema.ts';

/**
 * The host of a page, with its port: keys of pages begin with it. Databases have no common word for it, and find by an index
 * of it what is written as in the index.
 */
export function hostOfKey(db: Pick<Database, 'getExecutor'>) {
  return isShared(db)
    ? sql<string>`split_part("targetKey", '/', 1)`
    : sql<string>`substr("targetKey", 1, instr("targetKey", '/') - 1)`;
}
