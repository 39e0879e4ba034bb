import { type Kysely, sql } from 'kysely';
import { DRAWN, sequenceOf } from '../counter.ts';
import { lock } from '../locks.ts';
import { type Migrating, migrate } from '../migrate.ts';
import type { Database } from '../schema.ts';
import { shortenKeys } from './long-keys.ts';

/**
 * The version of the schema, and the oldest program that can work on it; `undefined` where there is none. One that is as it
 * should be, or newer, is not touched: whoever only uses it needs no right to change it.
 */
export async function versionOf(
  db: Kysely<unknown>,
): Promise<{ readonly version: number; readonly oldest: number } | undefined> {
  const { rows } = await sql<{ there: boolean }>`SELECT to_regclass('"schemaReader"') IS NOT NULL AS there`.execute(db);
  if (!rows[0]?.there) return undefined;
  const found = await sql<{ version: number; oldest: number }>`
    SELECT version, oldest FROM "schemaVersion", "schemaReader"`.execute(db);
  return found.rows[0];
}

/** Brings the schema up to date, whoever else starts at the same time. `db` must be a transaction. */
export async function bringUp(db: Database, migrating: Migrating): Promise<void> {
  await lock(db, 'schema');
  const bare = db as unknown as Kysely<unknown>;
  for (const name of DRAWN.map(sequenceOf))
    await sql`CREATE SEQUENCE IF NOT EXISTS ${sql.id(name)} CACHE 1`.execute(bare);
  await migrate(bare, migrating);
  await shortenKeys(bare);
}
