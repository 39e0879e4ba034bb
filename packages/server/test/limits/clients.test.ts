import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { NO_ALLOWANCES, USUAL_ALLOWANCES } from '../../src/allowances.ts';
import { clientKey } from '../../src/limits/client-key.ts';
import { createClientLimits } from '../../src/limits/clients.ts';
import { createTally } from '../../src/limits/tally.ts';

const SECOND = 1_000;
const HOUR = 3_600 * SECOND;
const DAY = 24 * HOUR;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

function open(allowances = USUAL_ALLOWANCES) {
  const time = { now: 5_000 };
  const elapsed = { ms: () => time.now };
  const tally = createTally(elapsed);
  const clients = createClientLimits({ allowances, elapsed, tally });
  /** How many of so many that come at once are let in. */
  const admitted = (count: number, address: string | undefined) =>
    Array.from({ length: count }, () => clients.admit(address)).filter((declined) => declined === undefined).length;
  return { time, tally, clients, admitted };
}

describe('one client', () => {
  test('may send ten at once and then one in two seconds', () => {
    const { time, clients, admitted } = open();
    expect(admitted(30, '192.0.2.1')).toBe(10);
    expect(clients.admit('192.0.2.1')).toEqual({ outcome: 'limited', retryAfter: 2 });
    time.now += 2 * SECOND;
    expect(admitted(5, '192.0.2.1')).toBe(1);
    time.now += 60 * SECOND;
    expect(admitted(50, '192.0.2.1')).toBe(10);
  });

  test('may send three hundred a day', () => {
    const { time, tally, clients, admitted } = open();
    let sent = 0;
    for (let minute = 0; minute < 60; minute += 1) {
      sent += admitted(40, '192.0.2.1');
      time.now += 60 * SECOND;
    }
    expect(sent).toBe(300);
    expect(clients.admit('192.0.2.1')).toEqual({ outcome: 'limited', retryAfter: 23 * 3600 });
    expect(tally.read('clientPerDay').day).toBeGreaterThan(0);
    time.now += 23 * HOUR;
    expect(admitted(40, '192.0.2.1')).toBe(10);
  });

  test.each([
    ['the same address', '192.0.2.1', '192.0.2.1', true],
    ['the next address', '192.0.2.1', '192.0.2.2', false],
    ['one IPv6 /64', '2001:db8:0:1::1', '2001:db8:0:1:ffff::9', true],
    ['the next /64', '2001:db8:0:1::1', '2001:db8:0:2::1', false],
    ['IPv4 written as IPv6', '::ffff:192.0.2.1', '192.0.2.1', true],
    ['two spellings', '2001:DB8:0:1:0:0:0:1', '2001:db8:0:1::1', true],
    ['no addresses', 'unix', 'other', false],
  ])('is told by %s', (_, one, other, isSame) => {
    expect(clientKey(one) === clientKey(other)).toBe(isSame);
    const { admitted } = open();
    admitted(10, one);
    expect(admitted(1, other)).toBe(isSame ? 0 : 1);
  });
});

describe('all of them', () => {
  test('may send six thousand a minute, and who is turned away for himself takes nothing of that', () => {
    const { time, clients, admitted } = open();
    admitted(20_000, '192.0.2.1');
    let sent = 10;
    for (let n = 0; n < 10_000; n += 1) sent += admitted(1, `10.${n >> 8}.${n & 255}.1`);
    expect(sent).toBe(6_000);
    expect(clients.admit('203.0.113.1')).toEqual({ outcome: 'busy', retryAfter: 1 });
    time.now += SECOND;
    expect(admitted(1, '203.0.113.1')).toBe(1);
  });

  test('without an address only the sum counts', () => {
    expect(open().admitted(7_000, undefined)).toBe(6_000);
  });

  test('everything is let in where limits are lifted', () => {
    expect(open(NO_ALLOWANCES).admitted(100_000, '192.0.2.1')).toBe(100_000);
  });

  test('a million addresses take no more memory than fifty thousand, and the sum still holds', {
    timeout: 60_000,
  }, () => {
    const { time, clients } = open();
    const come = (from: number, to: number) => {
      let sent = 0;
      for (let n = from; n < to; n += 1)
        if (clients.admit(`${1 + (n >> 16)}.0.${(n >> 8) & 255}.${n & 255}`) === undefined) sent += 1;
      return sent;
    };
    const heap = () => {
      collectGarbage();
      return process.memoryUsage().heapUsed;
    };
    come(0, 60_000);
    const before = heap();
    expect(come(60_000, 1_000_000)).toBe(0);
    // Without the bound a million accounts are 150 MB and more.
    expect((heap() - before) / 2 ** 20).toBeLessThan(16);
    time.now += DAY;
    expect(come(0, 10_000)).toBe(6_000);
  });
});

describe('the tally', () => {
  test('forgets after an hour and a day, and is none the wiser for a long silence', () => {
    const { time, tally } = open();
    tally.count('pending');
    time.now += 30 * 60 * SECOND;
    tally.count('pending');
    expect(tally.read('pending')).toEqual({ hour: 2, day: 2 });
    time.now += 31 * 60 * SECOND;
    expect(tally.read('pending')).toEqual({ hour: 1, day: 2 });
    time.now += 23 * HOUR;
    expect(tally.read('pending').day).toBeLessThanOrEqual(1);
    time.now += 400 * DAY;
    expect(tally.read('pending')).toEqual({ hour: 0, day: 0 });
    expect(tally.read('victimPerHour')).toEqual({ hour: 0, day: 0 });
  });
});
