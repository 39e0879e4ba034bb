import { type Kysely, sql } from 'kysely';
import { HearbackError } from '../errors.ts';
import type { MarkIndex } from './mark-index.ts';
import type { Migration } from './migrations/index.ts';

export interface Migrating {
  readonly migrations: readonly Migration[];
  readonly marks: MarkIndex;
  /** What to call the database in a message. */
  readonly where: string;
}

interface VersionSchema {
  schemaVersion: { version: number };
}

/**
 * Brings the schema up to the last of `migrations`, all of it or nothing; `db` must be a transaction. (Kysely's own
 * migrator keeps its tables outside the transaction, so two first starts at once could meet half of them.)
 * @throws HearbackError `storage` when a newer Hearback wrote this schema
 */
export async function migrate(db: Kysely<unknown>, { migrations, marks, where }: Migrating): Promise<void> {
  const versions = db as Kysely<VersionSchema>;
  await db.schema
    .createTable('schemaVersion')
    .ifNotExists()
    .addColumn('version', 'integer', (column) => column.notNull())
    .execute();
  const row = await versions.selectFrom('schemaVersion').select('version').executeTakeFirst();
  const version = row?.version ?? 0;
  if (version > migrations.length) {
    throw new HearbackError(
      'storage',
      `${where} was written by a newer Hearback (its schema is ${version}, this program knows ${migrations.length}); ` +
        'start that version or a later one, or restore a backup from before the upgrade.',
    );
  }
  for (const migration of migrations.slice(version)) await migration(db, marks);
  if (row === undefined) await versions.insertInto('schemaVersion').values({ version: migrations.length }).execute();
  else if (version < migrations.length)
    await sql`update "schemaVersion" set version = ${migrations.length}`.execute(db);
}
