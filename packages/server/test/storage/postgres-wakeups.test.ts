import { afterEach, describe, expect, it } from 'vitest';
import { ask } from '../../../../test/support/postgres/server.ts';
import { freshDatabase } from '../../../../test/support/postgres/shared.ts';
import { MIGRATIONS, type Migration } from '../../src/storage/migrations/index.ts';
import { openPostgresStore } from '../../src/storage/postgres/open.ts';
import { fakeClock } from './contract/opened.ts';
import { newJob, newMention } from './contract/samples.ts';

type Store = Awaited<ReturnType<typeof openPostgresStore>>;
const stores: Store[] = [];
afterEach(() => Promise.all(stores.splice(0).map((store) => store.close())));

async function open(url: string, migrations: readonly Migration[] = MIGRATIONS, leastKnown = MIGRATIONS.length) {
  const connections = { read: 2, write: 2, intake: 1 };
  const store = await openPostgresStore({ url, clock: fakeClock(), migrations, leastKnown, connections });
  stores.push(store);
  return store;
}

/** Resolves the next time that the store hears of something due. */
function next(store: Store): Promise<void> {
  return new Promise((resolve) => {
    const end = store.wakeups.hear(() => {
      end();
      resolve();
    });
  });
}

const listeners = `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'hearback wake-ups'`;

describe('a process on PostgreSQL', () => {
  it('hears what another one takes in or puts into the queue, also after its connection was ended', async () => {
    const url = await freshDatabase();
    const [web, worker] = [await open(url), await open(url)];
    // The first word comes with the connection itself: something may have been missed.
    await next(worker);
    for (const deed of [
      () => web.mentions.accept(newMention('a')),
      () => web.jobs.enqueue(newJob('b')),
      () => web.transaction(({ jobs }) => jobs.enqueue(newJob('c'))),
    ]) {
      const heard = next(worker);
      await deed();
      await heard;
    }
    const again = next(worker);
    await ask(url, `SELECT pg_terminate_backend(pid) FROM (${listeners}) AS ours`);
    await again;
    const heard = next(worker);
    await web.jobs.enqueue(newJob('d'));
    await heard;
  });

  it('of an older version works on beside a newer one that only added to the schema', async () => {
    const url = await freshDatabase();
    const older = await open(url);
    const accept = (store: Store, from: number) =>
      Promise.all(Array.from({ length: 20 }, (_, n) => store.mentions.accept(newMention(`m${from + n}`))));
    await accept(older, 0);
    const addColumn: Migration = async (db) => {
      for (const table of ['mention', 'job']) await db.schema.alterTable(table).addColumn('motto', 'text').execute();
    };
    const [, newer] = await Promise.all([accept(older, 20), open(url, [...MIGRATIONS, addColumn])]);
    await Promise.all([accept(older, 40), accept(newer, 60)]);
    // Statements that were prepared for the old shape of a table are prepared anew.
    for (let n = 0; n < 80; n += 19)
      for (const store of [older, newer]) expect(await store.mentions.byId(`id-m${n}`)).toBeDefined();
    for (const store of [older, newer]) await store.jobs.enqueue(newJob('x'));
    await (await open(url)).check();
    await expect(open(url, MIGRATIONS.slice(0, -1))).rejects.toThrow(/was written by a newer Hearback/);
  });
});
