import { StatementSync } from 'node:sqlite';
import pg from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../../../../test/interop/lib/free-port.ts';
import { freshDatabase } from '../../../../test/support/postgres/shared.ts';
import { configureSites } from '../../src/compose/configure-sites.ts';
import { compose } from '../../src/compose/hearback.ts';
import { prepareSites } from '../../src/compose/prepare-sites.ts';
import type { WorkDeps } from '../../src/compose/work.ts';
import { readConfig } from '../../src/config.ts';
import { createSiteDirectory } from '../../src/pages/directory.ts';
import type { Store } from '../../src/ports/index.ts';
import { openPostgresStore } from '../../src/storage/postgres/open.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { fakeClock, HOUR, NOON } from '../storage/contract/opened.ts';
import { temporaryDirectory } from '../storage/directory.ts';

/** More than are looked at as soon as a server starts. */
const FEW = 30;
const MANY = 1_500;
/** A start has some statements for each five hundred sites. */
const SLICES = MANY / 500;

const clock = fakeClock();
const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0)) await end();
});

const spyOnSqlite = () => (['all', 'get', 'run'] as const).map((name) => vi.spyOn(StatementSync.prototype, name));
const STORES = [
  {
    name: 'SQLite',
    async open() {
      const directory = temporaryDirectory();
      ended.push(directory.remove);
      return openSqliteStore({ directory: directory.path, clock });
    },
    spy: spyOnSqlite,
  },
  {
    name: 'PostgreSQL',
    open: async () => openPostgresStore({ url: await freshDatabase(), clock }),
    spy: () => [vi.spyOn(pg.Client.prototype, 'query')],
  },
];

const configOf = (count: number, more = {}) => {
  const sites = Array.from({ length: count }, (_, n) => ({
    ...{ url: `https://blog${n}.example/`, feed: `https://blog${n}.example/feed`, avatars: false },
    ...more,
  }));
  return readConfig({ sites }, () => undefined);
};

async function start(store: Store, count: number, more = {}): Promise<void> {
  const config = configOf(count, more);
  await configureSites(store, config);
  const directory = createSiteDirectory(store.sites, clock);
  await directory.refresh();
  await prepareSites({ store, directory, clock, config } as unknown as WorkDeps);
}

describe.each(STORES)('a start on $name', ({ open, spy }) => {
  async function statements(work: () => Promise<unknown>): Promise<number> {
    const spies = spy();
    await work();
    const count = spies.reduce((sum, one) => sum + one.mock.calls.length, 0);
    for (const one of spies) one.mockRestore();
    return count;
  }

  it('has a few statements for each five hundred sites, the first time and later', async () => {
    const [small, large] = [await open(), await open()];
    ended.push(
      () => small.close(),
      () => large.close(),
    );
    for (const more of [{}, {}, { name: 'New' }]) {
      const few = await statements(() => start(small, FEW, more));
      const many = await statements(() => start(large, MANY, more));
      expect(few).toBeLessThan(40);
      expect(many).toBeLessThan(few + 20 * SLICES);
    }
    expect((await large.sites.list()).map(({ name, fixed }) => [name, fixed])).toContainEqual([
      'New',
      expect.arrayContaining(['avatars']),
    ]);
    const { waiting } = await large.jobs.counts();
    expect(waiting).toBe(2 * MANY);
    const due = await large.jobs.claim({ now: NOON + HOUR, limit: MANY, leaseMs: 9, kinds: ['map'] });
    expect(new Set(due.map(({ startAfter }) => startAfter)).size).toBeGreaterThan(100);
  });
});

it('it answers before the jobs of so many are lined up', async () => {
  const directory = temporaryDirectory();
  const port = await freePort('127.0.0.1');
  const sites = Array.from({ length: FEW }, (_, n) => `http://127.0.0.1:9/~${n}/`);
  const config = { data: directory.path, port, sites: sites.map((url) => ({ url, feed: `${url}feed` })) };
  const log = { info() {}, warn() {}, error() {} };
  const hearback = await compose(
    readConfig(config, () => undefined),
    { log },
  );
  ended.push(() => hearback.stop().finally(directory.remove));
  const answers: number[] = [];
  const { enqueueAll } = hearback.store.jobs;
  vi.spyOn(hearback.store.jobs, 'enqueueAll').mockImplementation(async (jobs) => {
    answers.push((await fetch(`http://127.0.0.1:${port}/readyz`)).status);
    await enqueueAll(jobs);
  });
  await hearback.listen();
  expect(answers).toEqual([200]);
});
