import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { serve, temporary } from '../support/command.ts';
import { CLOCK, withHooks } from '../support/hooks.ts';
import { poll } from '../support/poll.ts';
import { announce, HOME } from './announce.ts';

const MOST = 5;
const GAP_S = 1;
const LIMITS = `victimPerHour=${MOST},victimGap=${GAP_S},firstDelay=0,clientPerMinute=off,clientBurst=off`;

/** A page that writes down when it was asked for, and links to nothing. */
async function openVictim() {
  const asked: number[] = [];
  const server = createServer((_, response) => {
    asked.push(performance.now());
    response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Nothing.');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = (page: number) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/?${page}=${page}`;
  return { asked, url, [Symbol.dispose]: () => void server.close() };
}

/** The first check that is due, in milliseconds from now; of the leases of processes that are gone nothing. */
function nextCheck(directory: string, now: number): number {
  const database = new DatabaseSync(join(directory, 'hearback.db'), { readOnly: true });
  try {
    const row = database
      .prepare("SELECT min(startAfter) AS at FROM job WHERE kind = 'verify' AND leasedUntil IS NULL")
      .get();
    return Number(row?.at ?? Number.POSITIVE_INFINITY) - now;
  } finally {
    database.close();
  }
}

const ARGS = ['--site', HOME, '--allow-network', '127.0.0.0/8', '--limits', LIMITS];

it.concurrent('I7: kills give a victim no fresh budget: what was asked of it is on disk before it is asked', async () => {
  await using directory = await temporary();
  using victim = await openVictim();
  let offset = 0;
  /** A minute later each time, so that the leases of the one before are over; the hour is not. */
  const start = () => {
    offset += 60_000;
    return serve([...ARGS, '--data', directory.path], { ...withHooks(CLOCK), CLOCK_OFFSET_MS: String(offset) });
  };
  let server = await start();
  for (let page = 0; page < 15; page += 1) expect((await announce(server.url, victim.url(page))).accepted).toBe(true);
  for (let kills = 0; kills < 2 * MOST && victim.asked.length < MOST; kills += 1) {
    const before = victim.asked.length;
    await poll(
      async () => victim.asked.length,
      (count) => count > before,
      { withinMs: 60_000 },
    );
    await server.stop('SIGKILL');
    server = await start();
  }
  // The budget is spent; nobody is due before the hour has places again, whoever starts.
  for (let starts = 0; starts < 2; starts += 1) {
    await poll(
      async () => nextCheck(directory.path, Date.now() + offset),
      (ms) => ms > 60_000,
      { withinMs: 60_000 },
    );
    await server.stop('SIGKILL');
    server = await start();
  }
  await server.stop();
  expect(victim.asked).toHaveLength(MOST);
  const gaps = victim.asked.slice(1).map((at, index) => at - (victim.asked[index] ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(GAP_S * 1000);
}, 180_000);

/** A few seconds before clocks are changed, and a zone where they are. */
const CHANGES = [
  ['set back in Berlin', 'Europe/Berlin', Date.UTC(2026, 9, 25, 1)],
  ['set forward in Berlin', 'Europe/Berlin', Date.UTC(2026, 2, 29, 1)],
  ['set back in New York', 'America/New_York', Date.UTC(2026, 10, 1, 6)],
  ['set back by half an hour on Lord Howe', 'Australia/Lord_Howe', Date.UTC(2026, 3, 4, 15)],
] as const;

// They wait for their clocks, so they wait together.
it.concurrent.each(CHANGES)(
  'R18: when clocks are %s, budgets hold, what is due is done, and times are UTC',
  async (_, TZ, change) => {
    await using directory = await temporary();
    using victim = await openVictim();
    const offset = change - 4_000 - Date.now();
    const env = { ...withHooks(CLOCK), CLOCK_OFFSET_MS: String(offset), TZ };
    const server = await serve([...ARGS, '--data', directory.path], env);
    const now = () => Date.now() + offset;
    await announce(server.url, victim.url(1));
    await poll(
      async () => victim.asked.length,
      (count) => count === 1,
    );
    await poll(
      async () => now(),
      (at) => at > change,
    );
    for (let page = 2; page < 20; page += 1) await announce(server.url, victim.url(page));
    await poll(
      async () => victim.asked.length,
      (count) => count === MOST,
      { withinMs: 30_000 },
    );
    const { code } = await server.stop();
    expect(code).toBe(0);
    expect(victim.asked).toHaveLength(MOST);
    const database = new DatabaseSync(join(directory.path, 'hearback.db'), { readOnly: true });
    const times = database.prepare('SELECT receivedAt AS at FROM mention UNION SELECT at FROM traceStep').all();
    database.close();
    for (const { at } of times) expect(Math.abs(Number(at) - change)).toBeLessThan(120_000);
  },
);
