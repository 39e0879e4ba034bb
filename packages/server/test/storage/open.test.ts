import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isHearbackError } from '../../src/errors.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { requireSafeSqlite } from '../../src/storage/sqlite/version.ts';
import { fakeClock } from './contract/opened.ts';
import { type TemporaryDirectory, temporaryDirectory } from './directory.ts';

let directory: TemporaryDirectory;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

const open = (path = directory.path) => openSqliteStore({ directory: path, clock: fakeClock() });

function pragmaOf(path: string, name: string): unknown {
  const database = new DatabaseSync(join(path, 'hearback.db'));
  try {
    return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  } finally {
    database.close();
  }
}

describe('what opening makes', () => {
  it('a folder and files for this user only', async () => {
    const path = join(directory.path, 'deep', 'data');
    const store = await open(path);
    await store.check();
    expect(statSync(path).mode & 0o777).toBe(0o700);
    for (const name of ['hearback.db', 'hearback.db-wal', 'hearback.db-shm']) {
      expect(statSync(join(path, name)).mode & 0o777, name).toBe(0o600);
    }
    await store.close();
  });

  it('a file in WAL mode that is ours, and that opens again', async () => {
    await (await open()).close();
    expect(pragmaOf(directory.path, 'journal_mode')).toBe('wal');
    expect(pragmaOf(directory.path, 'application_id')).toBe(0x48656172);
    await (await open()).close();
  });
});

/** What stands in the way, how it comes about, and what the one line must name. */
const OBSTACLES: readonly [string, (file: string) => void, RegExp][] = [
  ['a text file', (file) => writeFileSync(file, 'Dear diary, today I wrote.'.repeat(50)), /no SQLite database/],
  ['a damaged file', (file) => damage(file), /damaged|no SQLite database/],
  ['the database of another program', (file) => ofAnotherProgram(file), /another program/],
  ['a folder in its place', (file) => mkdirSync(file), /hearback\.db/],
];

function ofAnotherProgram(file: string): void {
  const database = new DatabaseSync(file);
  database.exec('CREATE TABLE diary (entry TEXT)');
  database.close();
}

function damage(file: string): void {
  const database = new DatabaseSync(file);
  database.exec('PRAGMA application_id = 1214607730; CREATE TABLE schemaVersion (version INTEGER)');
  const size = statSync(file).size;
  database.close();
  writeFileSync(file, Buffer.alloc(size, 0xff), { flag: 'r+' });
}

describe('R12: what cannot be opened', () => {
  it.each(OBSTACLES)('%s', async (_name, prepare, says) => {
    prepare(join(directory.path, 'hearback.db'));
    const refusal = await open().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(isHearbackError(refusal) && refusal.code).toBe('storage');
    const { message } = refusal as Error;
    expect(message).toContain(join(directory.path, 'hearback.db'));
    expect(message).toMatch(says);
    expect(message).not.toContain('\n');
  });

  it('a folder that cannot be made', async () => {
    // By root neither, whom permissions do not stop.
    for (const path of ['/dev/null/data', '/proc/nowhere/data'])
      await expect(open(path)).rejects.toThrow(/Cannot write .*--data/);
  });

  it('a folder that is a file', async () => {
    const file = join(directory.path, 'file');
    writeFileSync(file, '');
    await expect(open(file)).rejects.toThrow(/Cannot write .*--data/);
  });

  it.each([
    ['3.51.3', true],
    ['3.53.4', true],
    ['3.52.0', true],
    ['4.0.0', true],
    ['3.51.2', false],
    ['3.50.4', false],
    ['3.9.99', false],
    [undefined, false],
  ] as const)('SQLite %s', (version, good) => {
    if (good) expect(() => requireSafeSqlite(version)).not.toThrow();
    else expect(() => requireSafeSqlite(version)).toThrow(/Node 22\.23/);
  });
});
