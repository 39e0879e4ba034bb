import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openLogAlarm } from '../../src/compose/log-alarm.ts';
import { logSize } from '../../src/storage/sqlite/log-file.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { fakeClock } from './contract/opened.ts';
import { newMention } from './contract/samples.ts';
import { type TemporaryDirectory, temporaryDirectory } from './directory.ts';

const MB = 1024 * 1024;

let directory: TemporaryDirectory;
let path: string;
beforeEach(() => {
  directory = temporaryDirectory();
  path = join(directory.path, 'hearback.db');
});
afterEach(() => directory.remove());

const accept = async (store: Awaited<ReturnType<typeof openSqliteStore>>, from: number, count: number) =>
  void (await Promise.all(Array.from({ length: count }, (_, n) => store.mentions.accept(newMention(`m${from + n}`)))));

describe('R11: the log of the database', () => {
  it('raises an alarm while somebody reads on and on, once, and shrinks afterwards', async () => {
    const store = await openSqliteStore({ directory: directory.path, clock: fakeClock() });
    const said: string[] = [];
    const log = {
      warn: (text: string) => said.push(`warn ${text}`),
      info: (text: string) => said.push(`info ${text}`),
    };
    const alarm = openLogAlarm({ data: directory.path }, { log, mostBytes: 2 * MB });
    const reader = new DatabaseSync(path);
    reader.exec('BEGIN');
    reader.prepare('SELECT count(*) FROM mention').get();
    for (let n = 0; logSize(path) <= 2 * MB; n += 200) await accept(store, n, 200);
    alarm.look();
    alarm.look();
    expect(said).toEqual([
      expect.stringMatching(/^warn .*hearback\.db-wal has 2 MB and cannot be cut: another program/),
    ]);
    expect(alarm.note()).toBe('the log of the database is long and cannot be cut');

    reader.exec('COMMIT');
    reader.close();
    const other = new DatabaseSync(path);
    other.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    other.close();
    alarm.look();
    expect([said.length, said[1], alarm.note()]).toEqual([
      2,
      expect.stringMatching(/^info .*was cut again/),
      undefined,
    ]);
    expect(logSize(path)).toBeLessThan(MB);
    await store.close();
  });
});

describe('R14: a file that was copied without its log', () => {
  const open = async (missing: string[], folder = directory.path) =>
    openSqliteStore({ directory: folder, clock: fakeClock(), onMissingLog: (sentence) => missing.push(sentence) });

  it('is told of in one line at the next start; a whole one, a crashed one and a closed one are not', async () => {
    const missing: string[] = [];
    const store = await open(missing);
    await accept(store, 0, 10);
    const [alone, whole] = [temporaryDirectory(), temporaryDirectory()];
    for (const folder of [alone, whole]) copyFileSync(path, join(folder.path, 'hearback.db'));
    copyFileSync(`${path}-wal`, join(whole.path, 'hearback.db-wal'));
    await (await open(missing, whole.path)).close();
    expect(missing).toEqual([]);
    await (await open(missing, alone.path)).close();
    expect(missing).toEqual([expect.stringMatching(/hearback\.db was copied while it was in use, without .*-wal/)]);
    // It is said once: what is there now is all there is.
    await (await open(missing, alone.path)).close();
    await store.close();
    expect(readdirSync(directory.path)).toEqual(['hearback.db']);
    await (await open(missing)).close();
    expect(missing).toHaveLength(1);
    alone.remove();
    whole.remove();
  });

  it('commands that open a file for a moment mark nothing', async () => {
    const missing: string[] = [];
    await (await openSqliteStore({ directory: directory.path, clock: fakeClock() })).close();
    const copy = temporaryDirectory();
    copyFileSync(path, join(copy.path, 'hearback.db'));
    await (await open(missing, copy.path)).close();
    expect(missing).toEqual([]);
    copy.remove();
  });
});
