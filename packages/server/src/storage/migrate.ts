import { type Kysely, sql } from 'kysely';
import { HearbackError } from '../errors.ts';
import type { MarkIndex } from './mark-index.ts';
import type { Migration } from './migrations/index.ts';

/** Where the schema is to come to. */
export interface Migrating {
  readonly migrations: readonly Migration[];
  /** How many of them a program has to know to work on what comes of all; so many as there are unless told. */
  readonly leastKnown?: number;
  readonly marks: MarkIndex;
  /** What to call the database in a message. */
  readonly where: string;
}

interface VersionSchema {
  schemaVersion: { version: number };
  schemaReader: { oldest: number };
}

/**
 * Brings the schema up to the last of `migrations`, all of it or nothing; `db` must be a transaction. (Kysely's own
 * migrator keeps its tables outside the transaction, so two first starts at once could meet half of them.) A schema that
 * a newer program made is left as it is, and worked on if that program said that this one can: during a rolling upgrade
 * both run.
 * @returns the version that it had; `undefined` for an empty database
 * @throws HearbackError `storage` when a newer Hearback wrote this schema and an older one cannot work on it
 */
export async function migrate(
  db: Kysely<unknown>,
  { migrations, marks, where, leastKnown }: Migrating,
): Promise<number | undefined> {
  const versions = db as Kysely<VersionSchema>;
  await createCount(db, 'schemaVersion', 'version');
  await createCount(db, 'schemaReader', 'oldest');
  const row = await versions.selectFrom('schemaVersion').select('version').executeTakeFirst();
  const reader = await versions.selectFrom('schemaReader').select('oldest').executeTakeFirst();
  const version = row?.version ?? 0;
  const oldest = reader?.oldest ?? version;
  refuseNewer({ version, oldest }, migrations.length, where);
  if (version >= migrations.length && reader) return row?.version;
  for (const migration of migrations.slice(version)) await migration(db, marks);
  const least = Math.max(oldest, Math.min(leastKnown ?? migrations.length, migrations.length));
  await setCount(db, 'schemaVersion', 'version', Math.max(version, migrations.length));
  await setCount(db, 'schemaReader', 'oldest', least);
  return row?.version;
}

/** @throws HearbackError `storage` when a newer Hearback wrote this schema and this one cannot work on it */
export function refuseNewer(
  { version, oldest }: { readonly version: number; readonly oldest: number },
  known: number,
  where: string,
): void {
  if (version <= known || oldest <= known) return;
  throw new HearbackError(
    'storage',
    `${where} was written by a newer Hearback (its schema is ${version}, this program knows ${known}); ` +
      'start that version or a later one, or restore a backup from before the upgrade.',
  );
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
