import { expect, it } from 'vitest';
import { freshDatabase } from '../../../../test/support/postgres/shared.ts';
import { putTables } from '../../../../test/support/tables.ts';
import { createReporting } from '../../src/inbound/report/reporting.ts';
import type { Store } from '../../src/ports/index.ts';
import { openPostgresStore } from '../../src/storage/postgres/open.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { temporaryDirectory } from '../storage/directory.ts';
import { WANTS } from './house.ts';

const time = { now: 0 };
const clock = { now: () => time.now };
const WEEKS = 5;
const WEEK = 7 * 86_400_000;

/** Every process thinks that it is time, at the same time, and each week anew. */
async function reportAtOnce(stores: readonly Store[], sites: number): Promise<readonly string[]> {
  const [store] = stores;
  if (!store) throw new Error('no store');
  time.now = Date.UTC(2026, 0, 5, 12);
  const plain = { feed: undefined, sitemap: undefined, receive: true, send: false, announce: false };
  for (let n = 0; n < sites; n += 1) {
    const id = `site-${n}.example`;
    await store.sites.configure({ ...plain, id, url: `https://${id}/`, name: id, settings: { report: 'weekly' } });
  }
  await store.recipients.save(WANTS);
  const all = await store.sites.list();
  for (let week = 0; week <= WEEKS; week += 1) {
    await Promise.all(stores.map((one) => createReporting({ store: one, clock, sites: () => all })()));
    time.now += WEEK;
  }
  const notices = await store.notices.list({ limit: 500 });
  return notices.map(({ site, subject }) => `${site} ${subject}`);
}

function expectEachOnce(written: readonly string[], sites: number): void {
  expect(written).toHaveLength(sites * WEEKS);
  expect(new Set(written).size).toBe(written.length);
}

it('of several processes on one file one writes each report', async () => {
  const directory = temporaryDirectory();
  await putTables(openSqliteStore, directory.path);
  const stores = [0, 1, 2].map(() => openSqliteStore({ directory: directory.path, clock }));
  const opened = await Promise.all(stores);
  expectEachOnce(await reportAtOnce(opened, 4), 4);
  await Promise.all(opened.map((store) => store.close()));
  directory.remove();
});

it('of several processes on one PostgreSQL one writes each report', async () => {
  const url = await freshDatabase();
  const opened = await Promise.all([0, 1, 2, 3].map(() => openPostgresStore({ url, clock })));
  expectEachOnce(await reportAtOnce(opened, 8), 8);
  await Promise.all(opened.map((store) => store.close()));
});
