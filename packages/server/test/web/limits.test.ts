import { afterEach, describe, expect, test } from 'vitest';
import { USUAL_ALLOWANCES } from '../../src/allowances.ts';
import { createClientLimits } from '../../src/limits/clients.ts';
import { createTally } from '../../src/limits/tally.ts';
import { type House, openHouse, POST } from './house.ts';
import { setUpOwner } from './visitor.ts';

let house: House;
afterEach(() => house.close());

async function open(waiting: readonly { victim: string; waitMs: number }[] = []) {
  const time = { now: 0 };
  const elapsed = { ms: () => time.now };
  const tally = createTally(elapsed);
  const clients = createClientLimits({ allowances: USUAL_ALLOWANCES, elapsed, tally });
  const allowances = { ...USUAL_ALLOWANCES, pageGap: 0, pendingPerSite: Number.POSITIVE_INFINITY };
  const limits = { allowances, clients, tally, victims: { waiting: () => waiting } };
  house = await openHouse({ changes: { limits, trustProxy: ['10.0.0.1'] } });
  return { tally, time };
}

const send = (address: string | undefined, headers: Record<string, string> = {}) =>
  house.web.fetch(
    new Request('http://127.0.0.1:7777/webmention', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: new URLSearchParams({ source: 'https://bob.example/a', target: POST }).toString(),
    }),
    address === undefined ? {} : { address },
  );

describe('the door of the embedded server', () => {
  test('turns away what one client sends too much of, and nobody else', async () => {
    await open();
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await send('192.0.2.1')).status);
    expect(statuses).toEqual([...Array(10).fill(201), 429]);
    const late = await send('192.0.2.1');
    expect(late.headers.get('retry-after')).toBe('2');
    expect(await late.json()).toMatchObject({ error: 'rate_limit_exceeded' });
    expect((await send('192.0.2.2')).status).toBe(201);
    expect((await send('10.0.0.1', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(429);
    expect((await send('192.0.2.3', { 'x-forwarded-for': '192.0.2.1' })).status).toBe(201);
  });

  test('does not count what is no notification', async () => {
    await open();
    for (let n = 0; n < 40; n += 1)
      await house.web.fetch(new Request('http://127.0.0.1:7777/webmention'), { address: '192.0.2.1' });
    expect((await send('192.0.2.1')).status).toBe(201);
  });
});

describe('the page of limits', () => {
  test('says what is in force, what was reached and who waits, as text', async () => {
    const { tally } = await open([
      { victim: '<b>victim</b>.test', waitMs: 61_000 },
      { victim: 'other.test', waitMs: 7_200_000 },
    ]);
    for (let n = 0; n < 3; n += 1) tally.count('victimPerHour');
    const { get } = await setUpOwner(house);
    const text = await (await get('/admin/limits')).text();
    const plain = text.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
    expect(plain).toContain('clientPerMinute 30 a minute 0 0');
    expect(plain).toContain('victimPerHour 20 an hour 3 3');
    expect(plain).toContain('pendingPerSite lifted');
    expect(plain).toContain('pageGap lifted');
    expect(plain).toContain('&lt;b&gt;victim&lt;/b&gt;.test in 61 seconds');
    expect(plain).toContain('other.test in 2 hours');
    expect(text).not.toContain('<script');
  });

  test('is for the owner only', async () => {
    await open();
    const reply = await house.web.fetch(new Request('http://127.0.0.1:7777/admin/limits'));
    expect([reply.status, reply.headers.get('location')]).toEqual([303, '/admin/login']);
  });
});
