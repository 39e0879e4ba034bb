import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CommitGroup, createCommitGroup } from '../../src/storage/sqlite/commit-group.ts';
import { type TemporaryDirectory, temporaryDirectory } from './directory.ts';

/** Extended result code of SQLite for a sync that failed. */
const IOERR_FSYNC = 1034;

let directory: TemporaryDirectory;
let path: string;
let database: DatabaseSync;
let statements: string[];
let commits: CommitGroup;

beforeEach(() => {
  directory = temporaryDirectory();
  path = `${directory.path}/test.db`;
  database = new DatabaseSync(path);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 0; CREATE TABLE word (text TEXT)');
  statements = [];
  commits = createCommitGroup(
    spied(database, (text) => statements.push(text)),
    path,
  );
});
afterEach(() => {
  database.close();
  directory.remove();
});

/** The same database; `see` is called before each text that goes through `exec`. */
function spied(real: DatabaseSync, see: (text: string) => void): DatabaseSync {
  return new Proxy(real, {
    get(target, name) {
      if (name === 'exec') {
        return (text: string) => {
          see(text);
          target.exec(text);
        };
      }
      const value = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

async function write(text: string, spoil?: () => void): Promise<string> {
  const turn = await commits.turn();
  try {
    await turn.begin();
    database.prepare('INSERT INTO word VALUES (?)').run(text);
    spoil?.();
    await turn.commit();
    return text;
  } finally {
    turn.rollback();
  }
}

function stored(): string {
  const reader = new DatabaseSync(path);
  const rows = reader.prepare('SELECT text FROM word ORDER BY rowid').all();
  reader.close();
  return rows.map((row) => row.text).join(' ');
}

const count = (text: string) => statements.filter((one) => one === text).length;

describe('a commit group', () => {
  it('writes what arrives together in one transaction, first come, first served', async () => {
    const done: string[] = [];
    const note = (text: string) => done.push(`${text}: ${stored()}`);
    await Promise.all(['a', 'b', 'c'].map((text) => write(text).then(note)));
    expect([count('BEGIN IMMEDIATE'), count('COMMIT')]).toEqual([1, 1]);
    // Nobody hears of success before another connection can read it.
    expect(done).toEqual(['a: a b c', 'b: a b c', 'c: a b c']);
  });

  it('writes later ones in another', async () => {
    await write('a');
    await write('b');
    expect([count('COMMIT'), stored()]).toEqual([2, 'a b']);
  });

  it('a member that fails is taken back alone', async () => {
    const no = () => {
      throw new Error('no');
    };
    const results = await Promise.allSettled([write('a'), write('b', no), write('c')]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(stored()).toBe('a c');
  });

  it('R8: when the disk is full everybody hears it, and writing goes on when there is room', async () => {
    database.exec('PRAGMA max_page_count = 2');
    const long = 'x'.repeat(20_000);
    const results = await Promise.allSettled([write('a'), write(long), write('c')]);
    const failed = results.filter((result) => result.status === 'rejected').length;
    expect(failed).toBeGreaterThan(0);
    const kept = results.map((result) => (result.status === 'fulfilled' ? result.value : '')).filter(Boolean);
    expect(stored()).toBe(kept.join(' '));
    database.exec('PRAGMA max_page_count = 100000');
    await write('d');
    expect(stored()).toBe([...kept, 'd'].join(' '));
  });

  it('when the commit itself fails nobody hears of success', async () => {
    const failing = (text: string) => {
      if (text === 'COMMIT') throw Object.assign(new Error('disk I/O error'), { errcode: IOERR_FSYNC });
    };
    commits = createCommitGroup(spied(database, failing), path);
    const results = await Promise.allSettled([write('a'), write('b')]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
    expect(stored()).toBe('');
    // R9: after a failed sync nothing is confirmed any more.
    await expect(write('c')).rejects.toThrow('start Hearback again');
  });

  it('R10: waits for another process that holds the lock, and the event loop goes on', async () => {
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const waiting = write('mine');
    let rounds = 0;
    while (rounds < 20) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      rounds += 1;
    }
    other.exec("INSERT INTO word VALUES ('theirs'); COMMIT");
    await waiting;
    other.close();
    expect(stored()).toBe('theirs mine');
  });

  it('R10: gives up in time, for all who wait together, and works again afterwards', async () => {
    commits = createCommitGroup(database, path, { lockWaitMs: 50 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    const results = await Promise.allSettled([write('a'), write('b'), write('c')]);
    expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(String((results[2] as PromiseRejectedResult).reason)).toContain('another process holds the write lock');
    other.exec('ROLLBACK');
    other.close();
    await write('d');
    expect(stored()).toBe('d');
  });

  it('closes when everything begun is over, and then refuses', async () => {
    const begun = [write('a'), write('b')];
    await commits.close();
    await Promise.all(begun);
    expect(stored()).toBe('a b');
    await expect(write('c')).rejects.toThrow('closed');
  });
});
