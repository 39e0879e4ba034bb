import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS, type Migration } from '../../src/storage/migrations/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { fakeClock } from './contract/opened.ts';
import { newMention } from './contract/samples.ts';
import { type TemporaryDirectory, temporaryDirectory } from './directory.ts';

const addColumn: Migration = async (db) => {
  for (const table of ['site', 'mention']) await db.schema.alterTable(table).addColumn('motto', 'text').execute();
};
const stumble: Migration = async (db) => {
  await addColumn(db);
  await sql`insert into nowhere values (1)`.execute(db);
};

let directory: TemporaryDirectory;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

const open = (migrations: readonly Migration[], leastKnown = migrations.length) =>
  openSqliteStore({ directory: directory.path, clock: fakeClock(), migrations, leastKnown });

function schema(): { readonly version: unknown; readonly motto: boolean; readonly sound: unknown } {
  const database = new DatabaseSync(join(directory.path, 'hearback.db'));
  try {
    const version = database.prepare('SELECT version FROM schemaVersion').get()?.version;
    const columns = database.prepare('SELECT name FROM pragma_table_info(?)').all('site');
    const sound = database.prepare('PRAGMA integrity_check').get()?.integrity_check;
    return { version, motto: columns.some((column) => column.name === 'motto'), sound };
  } finally {
    database.close();
  }
}

describe('R15: migrations', () => {
  it('bring an older file up to date and keep what is in it', async () => {
    const old = await open(MIGRATIONS);
    await old.mentions.accept(newMention('a'));
    await old.close();
    const store = await open([...MIGRATIONS, addColumn]);
    expect(await store.mentions.byId('id-a')).toBeDefined();
    await store.close();
    expect(schema()).toEqual({ version: MIGRATIONS.length + 1, motto: true, sound: 'ok' });
  });

  it('an older program refuses a newer file, and leaves it as it is', async () => {
    await (await open([...MIGRATIONS, addColumn])).close();
    await expect(open(MIGRATIONS)).rejects.toThrow(/hearback\.db was written by a newer Hearback/);
    expect(schema()).toEqual({ version: MIGRATIONS.length + 1, motto: true, sound: 'ok' });
  });

  it('an older program works beside a newer one that only added to the schema, and after it', async () => {
    const older = await open(MIGRATIONS);
    await older.mentions.accept(newMention('a'));
    const newer = await open([...MIGRATIONS, addColumn], MIGRATIONS.length);
    // What was prepared for the old shape of a table is asked again after it changed.
    await older.mentions.accept(newMention('b'));
    await newer.mentions.accept(newMention('c'));
    for (const store of [older, newer])
      for (const id of ['id-a', 'id-b', 'id-c']) expect(await store.mentions.byId(id)).toMatchObject({ id });
    await Promise.all([older.close(), newer.close()]);
    const again = await open(MIGRATIONS);
    expect(await again.mentions.byId('id-c')).toBeDefined();
    await again.close();
    expect(schema()).toEqual({ version: MIGRATIONS.length + 1, motto: true, sound: 'ok' });
  });

  it('one that fails half-way leaves the old schema', async () => {
    await (await open(MIGRATIONS)).close();
    await expect(open([...MIGRATIONS, stumble])).rejects.toThrow('nowhere');
    expect(schema()).toEqual({ version: MIGRATIONS.length, motto: false, sound: 'ok' });
    await (await open(MIGRATIONS)).close();
  });

  it('two first starts at once make one schema', async () => {
    const stores = await Promise.all([open(MIGRATIONS), open(MIGRATIONS), open(MIGRATIONS)]);
    await Promise.all(stores.map((store) => store.close()));
    expect(schema()).toMatchObject({ version: MIGRATIONS.length, sound: 'ok' });
  });

  it.each(['before', 'between', 'after'])('killed %s its statements: old or new, nothing between', async (moment) => {
    await (await open(MIGRATIONS)).close();
    const script = new URL('./killed-migration.ts', import.meta.url).pathname;
    const child = spawnSync(process.execPath, [script, directory.path, moment], { encoding: 'utf8', timeout: 20_000 });
    expect([child.signal, child.stderr]).toEqual(['SIGKILL', expect.any(String)]);
    expect(schema()).toEqual({ version: MIGRATIONS.length, motto: false, sound: 'ok' });
    await (await open([...MIGRATIONS, addColumn])).close();
    expect(schema()).toMatchObject({ version: MIGRATIONS.length + 1, motto: true });
  });
});
