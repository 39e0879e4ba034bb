import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewMention } from '../../src/ports/index.ts';
import { createIntake } from '../../src/storage/sqlite/intake/intake.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { temporaryDirectory } from './directory.ts';

const NOON = Date.UTC(2026, 0, 1, 12);
const clock = { now: () => NOON };
const mention = (n: number): NewMention => ({
  id: `id-${n}`,
  site: 'home.example',
  source: `https://far.example/${n}`,
  target: 'https://home.example/post',
  sourceKey: `https://far.example/${n}`,
  targetKey: 'home.example/post',
  protocol: 'pingback',
  receivedAt: NOON,
  group: 'far.example',
  verifyAfter: NOON,
});

let directory: ReturnType<typeof temporaryDirectory>;
beforeEach(() => {
  directory = temporaryDirectory();
});
afterEach(() => directory.remove());

describe('the intake', () => {
  it('commits on its own thread, and others see it at once', async () => {
    const store = await openSqliteStore({ directory: directory.path, clock });
    const accepted = await Promise.all(Array.from({ length: 600 }, (_, n) => store.mentions.accept(mention(n))));
    expect(accepted.map(({ id }) => id)).toEqual(Array.from({ length: 600 }, (_, n) => `id-${n}`));
    expect(await store.mentions.byId('id-599')).toMatchObject({ source: 'https://far.example/599' });
    await store.close();
  });

  it('finishes what arrived before the close, and takes nothing after it', async () => {
    const store = await openSqliteStore({ directory: directory.path, clock });
    const arrived = store.mentions.accept(mention(1));
    const closed = store.close();
    expect(await arrived).toMatchObject({ id: 'id-1' });
    await closed;
    await expect(store.mentions.accept(mention(2))).rejects.toMatchObject({ code: 'storage' });
  });

  it('waits for a lock that another holds, and then goes on', async () => {
    const store = await openSqliteStore({ directory: directory.path, clock });
    const other = new DatabaseSync(join(directory.path, 'hearback.db'));
    other.exec('BEGIN IMMEDIATE');
    const waiting = store.mentions.accept(mention(1));
    setImmediate(() => other.exec('COMMIT'));
    expect(await waiting).toMatchObject({ fresh: true });
    other.close();
    await store.close();
  });

  it('takes turns with the event loop: mentions wait for some of its transactions and not for all', async () => {
    const store = await openSqliteStore({ directory: directory.path, clock });
    await store.mentions.accept(mention(0));
    let written = 0;
    const writing = Array.from({ length: 1_000 }, async (_, n) => {
      await store.dontTell.add(`h${n}.example`, NOON);
      written += 1;
    });
    await store.mentions.accept(mention(1));
    expect(written).toBeLessThan(900);
    await Promise.all(writing);
    await store.close();
  });

  it('answers with one line for the owner when the file is not ours, each time', async () => {
    const path = join(directory.path, 'other.db');
    writeFileSync(
      path,
      'this is no database at all, but longer than the hundred bytes of a header, and so it is read and refused',
    );
    const intake = createIntake(path);
    await expect(intake.accept(mention(1))).rejects.toMatchObject({ code: 'storage' });
    await expect(intake.accept(mention(2))).rejects.toMatchObject({ code: 'storage' });
    await intake.close();
  });

  it('ends without having begun', async () => {
    await createIntake(join(directory.path, 'none.db')).close();
  });
});
