import { type Kysely, sql } from 'kysely';
import { HearbackError } from '../errors.ts';
import type { Migration } from './migrations/index.ts';

interface VersionSchema {
  schemaVersion: { version: number };
  schemaReader: { oldest: number };
}

/** Where the schema is to come to. */
export interface Upgrade {
  readonly migrations: readonly Migration[];
  /** How many of them a program has to know to work on what comes of all; so many as there are unless told. */
  readonly leastKnown?: number;
  /** What to call the database in a message. */
  readonly where: string;
}

/**
 * Brings the schema up to the last of `migrations`, all of it or nothing; `db` must be a transaction. (Kysely's own
 * migrator keeps its tables outside the transaction, so two first starts at once could meet half of them.) A schema that
 * a newer program made is left as it is, and worked on if that program said that this one can: during a rolling upgrade
 * both run.
 * @throws HearbackError `storage` when a newer Hearback wrote this schema and an older one cannot work on it
 */
export async function migrate(db: Kysely<unknown>, { migrations, where, ...upgrade }: Upgrade): Promise<void> {
  const versions = db as Kysely<VersionSchema>;
  await createCount(db, 'schemaVersion', 'version');
  await createCount(db, 'schemaReader', 'oldest');
  const row = await versions.selectFrom('schemaVersion').select('version').executeTakeFirst();
  const reader = await versions.selectFrom('schemaReader').select('oldest').executeTakeFirst();
  const version = row?.version ?? 0;
  const oldest = reader?.oldest ?? version;
  if (version > migrations.length && oldest > migrations.length) {
    throw new HearbackError(
      'storage',
      `${where} was written by a newer Hearback (its schema is ${version}, this program knows ${migrations.length}); ` +
        'start that version or a later one, or restore a backup from before the upgrade.',
    );
  }
  if (version >= migrations.length && reader) return;
  for (const migration of migrations.slice(version)) await migration(db);
  const least = Math.max(oldest, Math.min(upgrade.leastKnown ?? migrations.length, migrations.length));
  await setCount(db, 'schemaVersion', 'version', Math.max(version, migrations.length));
  await setCount(db, 'schemaReader', 'oldest', least);
}

async function createCount(db: Kysely<unknown>, table: string, column: string): Promise<void> {
  const create = db.schema.createTable(table).ifNotExists();
  await create.addColumn(column, 'integer', (definition) => definition.notNull()).execute();
}

/** The only row of its table. */
async function setCount(db: Kysely<unknown>, table: string, column: string, count: number): Promise<void> {
  await sql`delete from ${sql.table(table)}`.execute(db);
  await sql`insert into ${sql.table(table)} (${sql.ref(column)}) values (${count})`.execute(db);
}
