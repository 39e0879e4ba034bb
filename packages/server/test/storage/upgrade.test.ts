import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MIGRATIONS, type Migration } from '../../src/storage/migrations/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { fakeClock } from './contract/opened.ts';
import { type TemporaryDirectory, temporaryDirectory } from './directory.ts';

let directory: TemporaryDirectory;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => {
  vi.restoreAllMocks();
  directory.remove();
});

const open = (migrations: readonly Migration[] = MIGRATIONS, path = directory.path) =>
  openSqliteStore({ directory: path, clock: fakeClock(), migrations });

/** A store as an older program left it, with a row in each of its most important tables. */
async function makeOld(version: number): Promise<void> {
  await (await open(MIGRATIONS.slice(0, version))).close();
  const database = new DatabaseSync(join(directory.path, 'hearback.db'));
  database.exec(`
    INSERT INTO mention (id, site, source, target, sourceKey, targetKey, protocols, receivedAt, lastReceivedAt, updatedAt)
      VALUES ('m', 's', 'https://a.example/', 'https://s.example/', 'https://a.example/', 's.example/', 'pingback', 1, 1, 1);
    INSERT INTO job (id, kind, subject, groupName, startAfter) VALUES (1, 'verify', 'm', 'a.example', 1);
    INSERT INTO site (id, url, name, receive, send, announce) VALUES ('s', 'https://s.example/', 'S', 1, 1, 0);
    INSERT INTO post (site, url, firstSeenAt) VALUES ('s', 'https://s.example/post', 1)`);
  database.close();
}

interface Shape {
  readonly version: unknown;
  readonly schema: string;
  readonly rows: unknown[];
  readonly sound: unknown;
}

/** Of a file with its log, wherever they lie; columns that were added are left out of the rows. */
function shapeOf(path: string): Shape {
  const database = new DatabaseSync(path);
  try {
    const all = (text: string) => database.prepare(text).all();
    return {
      version: all('SELECT version FROM schemaVersion')[0]?.version,
      schema: JSON.stringify(all('SELECT type, name, sql FROM sqlite_master ORDER BY name')),
      rows: [
        all('SELECT id, source, receivedAt FROM mention'),
        all('SELECT id, subject, startAfter FROM job'),
        all('SELECT id, url FROM site'),
        all('SELECT url FROM post'),
      ],
      sound: all('PRAGMA integrity_check')[0]?.integrity_check,
    };
  } finally {
    database.close();
  }
}

/** Calls back after each statement that the store runs, in the middle of the transaction. */
function afterEachStatement(look: () => void): void {
  for (const name of ['run', 'all'] as const) {
    const original = StatementSync.prototype[name] as (...values: unknown[]) => unknown;
    vi.spyOn(StatementSync.prototype, name).mockImplementation(function (this: StatementSync, ...values: unknown[]) {
      const result = original.apply(this, values);
      look();
      return result as never;
    });
  }
}

const OLD = MIGRATIONS.map((_, index) => index).slice(1);

describe('R15: an upgrade', () => {
  it.each(OLD)(
    'from schema %i, cut off after any statement: old or new, and the data are the same',
    async (version) => {
      await makeOld(version);
      const path = join(directory.path, 'hearback.db');
      const images = temporaryDirectory();
      const before = shapeOf(path);
      let count = 0;
      // What a process killed at this moment leaves: the file and its log as the system has them.
      const takeImage = () => {
        count += 1;
        for (const end of ['', '-wal'])
          if (existsSync(path + end)) copyFileSync(path + end, join(images.path, `${count}.db${end}`));
      };
      afterEachStatement(takeImage);
      const store = await open();
      vi.restoreAllMocks();
      takeImage();
      await store.close();
      const after = shapeOf(path);
      expect(after).toMatchObject({ version: MIGRATIONS.length, rows: before.rows, sound: 'ok' });
      expect(count).toBeGreaterThan(4);
      for (let n = 1; n <= count; n += 1) {
        const image = shapeOf(join(images.path, `${n}.db`));
        expect([before, after], `after statement ${n} of ${count}`).toContainEqual(image);
      }
      images.remove();
    },
  );

  it.each(OLD)(
    'from schema %i keeps a whole copy of what was there, on which the older program starts',
    async (version) => {
      await makeOld(version);
      const path = join(directory.path, 'hearback.db');
      const before = shapeOf(path);
      await (await open()).close();
      const copy = join(directory.path, `hearback-before-schema-${MIGRATIONS.length}.db`);
      expect(shapeOf(copy)).toEqual(before);
      const older = temporaryDirectory();
      copyFileSync(copy, join(older.path, 'hearback.db'));
      await (await open(MIGRATIONS.slice(0, version), older.path)).close();
      older.remove();
      await expect(open(MIGRATIONS.slice(0, version))).rejects.toThrow(/was written by a newer Hearback/);
    },
  );

  it('of nothing makes no copy, and neither does a start without an upgrade', async () => {
    await (await open()).close();
    await (await open()).close();
    expect(existsSync(join(directory.path, `hearback-before-schema-${MIGRATIONS.length}.db`))).toBe(false);
  });

  it('on a disk that is full changes nothing, and says so in one line', async () => {
    await makeOld(1);
    const path = join(directory.path, 'hearback.db');
    const before = shapeOf(path);
    const full: Migration = async (db, marks) => {
      await MIGRATIONS[1]?.(db, marks);
      throw Object.assign(new Error('database or disk is full'), { errcode: 13 });
    };
    await expect(open([...MIGRATIONS.slice(0, 1), full])).rejects.toThrow(/disk is full/);
    expect(shapeOf(path)).toEqual(before);
    await (await open()).close();
  });
});
