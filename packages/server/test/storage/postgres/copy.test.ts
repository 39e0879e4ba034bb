import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../../../../../test/support/postgres/shared.ts';
import { copy } from '../../../src/cli/copy.ts';
import { migrate } from '../../../src/cli/migrate.ts';
import { run } from '../../../src/cli/run.ts';
import { copyBetween } from '../../../src/compose/copy.ts';
import type { Store } from '../../../src/ports/index.ts';
import { openPostgresStore } from '../../../src/storage/postgres/open.ts';
import { openSqliteStore } from '../../../src/storage/sqlite/open.ts';
import { MINUTE, NOON } from '../contract/opened.ts';
import { newDelivery, newJob, newMention, publish, step } from '../contract/samples.ts';
import { type TemporaryDirectory, temporaryDirectory } from '../directory.ts';

const clock = { now: () => NOON };
let folder: TemporaryDirectory;
beforeEach(() => {
  folder = temporaryDirectory();
});
afterEach(() => folder.remove());

const inFolder = (name: string) => join(folder.path, name);
const quiet = () => undefined;

/** Something of nearly everything. */
async function fill(store: Store): Promise<void> {
  await store.sites.configure({
    id: 'home.example',
    url: 'https://home.example/',
    name: 'Höme',
    receive: true,
    send: true,
    announce: true,
  } as never);
  for (let n = 0; n < 12; n += 1) await publish(store, `public${n}`);
  for (let n = 0; n < 510; n += 1) void store.mentions.accept(newMention(`late${n}`, { verifyAfter: NOON + n }));
  await store.mentions.accept(newMention('nul', { source: 'https://nul.example/' }));
  await store.mentions.moderate('id-public3', 'rejected', ['no \u0000 thanks'], step(NOON));
  await store.deliveries.add([newDelivery('d'), newDelivery('e')], { step: 'found', outcome: 'found', reason: '' });
  await store.jobs.enqueue(newJob('id-d'));
  await store.jobs.claim({ now: NOON, limit: 3, leaseMs: MINUTE, kinds: ['deliver', 'verify'] });
  await store.refusals.add({
    id: 'r',
    site: 'home.example',
    protocol: 'pingback',
    source: 'a',
    target: 'b',
    reason: 'no',
    at: NOON,
  });
  await store.owners.offerSetUp('secret');
  await store.owners.setUp('secret', { id: 'o', name: 'Ann', passwordHash: 'x', createdAt: NOON });
  await store.secrets.keep('drawn', 'once');
  await store.check();
}

/** Every row of every table, but for what the way there and back may leave of its own. */
function everything(path: string): Record<string, string[]> {
  const database = new DatabaseSync(join(path, 'hearback.db'), { readOnly: true });
  const tables = database
    .prepare(
      `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'mentionMark%'`,
    )
    .all();
  const found = tables.map(({ name }) => {
    const rows = database.prepare(`SELECT * FROM "${name}"`).all();
    return [String(name), rows.map((row) => JSON.stringify(row)).sort()] as const;
  });
  database.close();
  return Object.fromEntries(found);
}

describe('hearback copy', () => {
  it('to PostgreSQL and back brings every row, and numbers and filters go on where they were', {
    timeout: 60_000,
  }, async () => {
    const origin = inFolder('origin');
    const store = await openSqliteStore({ directory: origin, clock });
    await fill(store);
    await store.close();
    const url = await freshDatabase();
    const there = await copyBetween(origin, url, quiet);
    expect(there.rows.get('mention')).toBe(523);
    await copyBetween(url, inFolder('back'), quiet);
    const [before, after] = [everything(origin), everything(inFolder('back'))];
    for (const name of Object.keys(before)) expect([name, after[name]]).toEqual([name, before[name]]);

    for (const copied of [
      await openPostgresStore({ url, clock }),
      await openSqliteStore({ directory: inFolder('back'), clock }),
    ]) {
      expect(await copied.mentions.list({ domain: 'public7.example', limit: 10 })).toMatchObject([
        { id: 'id-public7' },
      ]);
      expect(await copied.mentions.byId(await publish(copied, 'next'))).toMatchObject({ publicId: 13 });
      await copied.jobs.enqueue(newJob('new', { group: 'same' }));
      await copied.deliveries.add([newDelivery('f')], { step: 'found', outcome: 'found', reason: '' });
      expect((await copied.deliveries.list({ limit: 1 })).map(({ id }) => id)).toEqual(['id-f']);
      expect(await copied.owners.byName('Ann')).toMatchObject({ id: 'o' });
      await copied.close();
    }
  });

  it('refuses a target that has something, and leaves it as it is', async () => {
    const [origin, url] = [inFolder('origin'), await freshDatabase()];
    for (const store of [
      await openSqliteStore({ directory: origin, clock }),
      await openPostgresStore({ url, clock }),
    ]) {
      await store.mentions.accept(newMention('a'));
      await store.close();
    }
    const line =
      /is not empty \("mention" has 1 row\); copy into a new folder or a new database\. Nothing was changed\.$/;
    await expect(copyBetween(origin, url, quiet)).rejects.toThrow(line);
    await expect(copyBetween(url, origin, quiet)).rejects.toThrow(line);
    await expect(copyBetween(url, url, quiet)).rejects.toThrow('name the same store');
    await expect(copyBetween(inFolder('none'), url, quiet)).rejects.toThrow('There are no Hearback data in');
  });

  it('says on the command line what it copied, and never the password', async () => {
    const origin = inFolder('origin');
    const store = await openSqliteStore({ directory: origin, clock });
    await store.mentions.accept(newMention('a'));
    await store.close();
    const url = (await freshDatabase()).replace('hearback@', 'hearback:s3cret@');
    const said: string[] = [];
    const terminal = {
      out: (line: string) => said.push(line),
      err: (line: string) => said.push(line),
      env: {},
      interactive: false,
      signal: new AbortController().signal,
    };
    expect(await run([copy, migrate], ['migrate', '--database', url], terminal)).toBe(0);
    expect(await run([copy, migrate], ['copy', '--from', origin, '--to', url], terminal)).toBe(0);
    expect(await run([copy, migrate], ['migrate', '--database', url], terminal)).toBe(0);
    expect(await run([copy, migrate], ['copy', '--from', origin, '--to', url], terminal)).toBe(1);
    expect(await run([copy, migrate], ['copy', '--from', origin], terminal)).toBe(2);
    const text = said.join('\n');
    expect(text).toMatch(/was empty and has its tables now \(schema \d+\)/);
    expect(text).toMatch(/^mention: 1 row$/m);
    expect(text).toMatch(/is up to date/);
    expect(text).not.toContain('s3cret');
  });
});
