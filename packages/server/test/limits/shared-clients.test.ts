import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { USUAL_ALLOWANCES } from '../../src/allowances.ts';
import { createSharedClientLimits } from '../../src/limits/shared-clients.ts';
import { createTally } from '../../src/limits/tally.ts';
import type { ClientAccounts } from '../../src/ports/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { fakeClock } from '../storage/contract/opened.ts';
import { temporaryDirectory } from '../storage/directory.ts';

const directory = temporaryDirectory();
const stores: Awaited<ReturnType<typeof openSqliteStore>>[] = [];
const time = { now: 5_000 };
const elapsed = { ms: () => time.now };

beforeEach(async () => {
  for (let n = 0; n < 2; n += 1) stores.push(await openSqliteStore({ directory: directory.path, clock: fakeClock() }));
});
afterEach(async () => {
  await Promise.all(stores.splice(0).map((store) => store.close()));
  directory.remove();
});

/** Two processes that take in, and how many of what is sent to them in turn they let in. */
function open(changes: Partial<typeof USUAL_ALLOWANCES> = {}, around = (accounts: ClientAccounts) => accounts) {
  const tally = createTally(elapsed);
  const allowances = { ...USUAL_ALLOWANCES, ...changes };
  const processes = stores.map((store) =>
    createSharedClientLimits({ allowances, elapsed, tally, accounts: around(store.clientAccounts) }),
  );
  const send = async (n: number, client = '192.0.2.1') => processes[n % 2]?.admit(client);
  const admitted = async (count: number, client?: string) => {
    const answers = await Promise.all(Array.from({ length: count }, (_, n) => send(n, client)));
    return answers.filter((declined) => declined === undefined).length;
  };
  return { send, admitted, tally };
}

describe('two processes that take in', () => {
  test('let one client in as often as one would', async () => {
    const { admitted, send } = open();
    expect(await admitted(40)).toBe(10);
    expect(await send(0)).toEqual({ outcome: 'limited', retryAfter: 2 });
    time.now += 2_000;
    expect(await admitted(8)).toBe(1);
    expect(await admitted(4, '192.0.2.9')).toBe(4);
    time.now += 60_000;
    expect(await admitted(40)).toBe(10);
  });

  test('count the day together, and all clients together', async () => {
    const { admitted, send } = open({ clientPerDay: 15, allPerMinute: 20 });
    expect(await admitted(12)).toBe(10);
    time.now += 20_000;
    expect(await admitted(12)).toBe(5);
    expect(await send(1)).toMatchObject({ outcome: 'limited', retryAfter: expect.any(Number) });
    let others = 0;
    for (let n = 0; n < 30; n += 1) others += await admitted(1, `198.51.100.${n}`);
    expect(others).toBeLessThanOrEqual(12);
    expect(await send(0, '203.0.113.1')).toMatchObject({ outcome: 'busy' });
  });

  test('ask the store for nobody who was told to wait, and for many at once', async () => {
    let asked = 0;
    const { admitted, tally } = open({}, (accounts) => ({
      admit(...args) {
        asked += 1;
        return accounts.admit(...args);
      },
    }));
    await admitted(40);
    expect(asked).toBeLessThanOrEqual(4);
    await admitted(200);
    expect(asked).toBeLessThanOrEqual(4);
    expect(tally.read('clientPerMinute').hour).toBe(230);
  });

  test('tell senders to come again where the store is away', async () => {
    const away = { admit: () => Promise.reject(new Error('away')) };
    const { send } = open({}, () => away);
    expect(await send(0)).toEqual({ outcome: 'busy', retryAfter: 60 });
  });
});
