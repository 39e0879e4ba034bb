import { type RawBuilder, sql } from 'kysely';
import { isShared } from './locks.ts';
import type { Database } from './schema.ts';

/**
 * Finds a mention by its pair: PostgreSQL's index of pairs has the hash of the source, for two long addresses are more than
 * an entry of an index may have there.
 */
export function hasSource(db: Database, sourceKey: string): RawBuilder<boolean> {
  return isShared(db)
    ? sql<boolean>`md5("sourceKey") = md5(${sourceKey}::text) AND "sourceKey" = ${sourceKey}`
    : sql<boolean>`"sourceKey" = ${sourceKey}`;
}
