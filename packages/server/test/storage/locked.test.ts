import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/ports/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { fakeClock, NOON } from './contract/opened.ts';
import { newJob, newMention } from './contract/samples.ts';
import { type TemporaryDirectory, temporaryDirectory } from './directory.ts';

/** In the place of five seconds. */
const LOCK_WAIT_MS = 1_000;
/** What is on top of the wait on a machine that does other things, too. */
const LEEWAY_MS = 1_000;

let directory: TemporaryDirectory;
let store: Store;
let other: DatabaseSync;
beforeEach(async () => {
  directory = temporaryDirectory();
  store = await openSqliteStore({ directory: directory.path, clock: fakeClock(), lockWaitMs: LOCK_WAIT_MS });
  // The thread of the intake is there, and its file is open.
  await store.mentions.accept(newMention('first'));
  other = new DatabaseSync(join(directory.path, 'hearback.db'));
});
afterEach(async () => {
  other.close();
  await store.close();
  directory.remove();
});

async function timed(work: Promise<unknown>): Promise<{ readonly message: string; readonly ms: number }> {
  const begun = performance.now();
  const message = await work.then(
    () => 'done',
    (error: unknown) => String(error),
  );
  return { message, ms: performance.now() - begun };
}

describe('R10: another process holds the write lock', () => {
  it('nobody waits longer than once, whenever they came, and the event loop goes on', async () => {
    other.exec('BEGIN IMMEDIATE');
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const waits: Promise<{ readonly message: string; readonly ms: number }>[] = [];
    // In waves, the later ones while the first is waiting for the lock.
    for (let wave = 0; wave < 6; wave += 1) {
      for (let n = 0; n < 100; n += 1) waits.push(timed(store.mentions.accept(newMention(`${wave}-${n}`))));
      waits.push(timed(store.jobs.enqueue(newJob(`job-${wave}`))));
      await turns(20);
      expect(await store.mentions.byId('id-first'), 'reading does not wait').toBeDefined();
    }
    const ended = await Promise.all(waits);
    delay.disable();
    expect(ended.filter(({ message }) => !message.includes('another process holds the write lock'))).toEqual([]);
    expect(Math.max(...ended.map(({ ms }) => ms))).toBeLessThan(LOCK_WAIT_MS + LEEWAY_MS);
    // A loop that waited itself would stand still for the whole second.
    expect(delay.max / 1e6).toBeLessThan(LOCK_WAIT_MS / 2);
    await expect(store.check()).rejects.toThrow('another process holds the write lock');
    other.exec('ROLLBACK');
    await store.mentions.accept(newMention('later'));
    await store.check();
  });

  it('ten long readers are in nobody’s way', async () => {
    const readers = Array.from({ length: 10 }, () => new DatabaseSync(join(directory.path, 'hearback.db')));
    for (const reader of readers) {
      reader.exec('BEGIN');
      reader.prepare('SELECT count(*) FROM mention').get();
    }
    const accepted = await Promise.all(
      Array.from({ length: 200 }, (_, n) => store.mentions.accept(newMention(`r${n}`))),
    );
    expect(accepted.filter(({ fresh }) => fresh)).toHaveLength(200);
    for (const reader of readers) reader.close();
    expect(await store.jobs.nextStart()).toBeGreaterThanOrEqual(NOON);
  });
});

async function turns(count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) await new Promise<void>((resolve) => setImmediate(resolve));
}
