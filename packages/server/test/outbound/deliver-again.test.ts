import { describe, expect, it } from 'vitest';
import { createDeliverHandler } from '../../src/outbound/deliver.ts';
import { PING_GAP_MS } from '../../src/outbound/pace.ts';
import { deadlyReader } from '../support/reader-here.ts';
import { blog, openHouse } from './house.ts';
import { ENDPOINT, enqueue, fault, HOUR, MINUTE, PAGE, page, value } from './told.ts';

describe('another try', () => {
  it('tries five times within a day and then gives up', async () => {
    await using house = await openHouse(blog());
    const began = house.time.now;
    const tries: number[] = [];
    house.web.on(PAGE, () => {
      tries.push(house.time.now - began);
      return { failure: 'connect' };
    });
    const id = await enqueue(house);
    await house.runUntil(began + 48 * HOUR);
    expect(tries.map((at) => at / MINUTE)).toEqual([0, 5, 35, 215, 935]);
    expect(await house.store.deliveries.byId(id)).toMatchObject({
      status: 'failed',
      attempts: 5,
      reason: expect.stringContaining('Given up after 5 tries'),
    });
  });

  it.each([
    ['seconds', 'retry-after', '7200', 2 * HOUR],
    ['sooner than we would', 'retry-after', '1', 5 * MINUTE],
    ['a year', 'retry-after', '31536000', 24 * HOUR],
    ['nonsense', 'retry-after', 'soon', 5 * MINUTE],
  ])('Retry-After is honoured: %s', async (_, name, text, wait) => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, page);
    house.web.on(ENDPOINT, { status: 503, headers: { [name]: text }, body: '' });
    await enqueue(house);
    await house.runDue();
    expect(await house.store.jobs.nextStart()).toBe(house.time.now + wait);
  });

  it('comes back within the minute to a WordPress that takes one linkback at a time', async () => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, page);
    let calls = 0;
    house.web.on(ENDPOINT, () =>
      ++calls === 1 ? (fault(429, 'Slow down') as object) : (value('<string>ok</string>') as object),
    );
    const id = await enqueue(house);
    await house.runUntil(house.time.now + MINUTE);
    expect(await house.store.deliveries.byId(id)).toMatchObject({ status: 'delivered', fault: undefined, attempts: 2 });
  });

  it('tells one endpoint host once in twenty seconds, whatever hosts the targets are on', async () => {
    await using house = await openHouse(blog());
    const told: number[] = [];
    const began = house.time.now;
    const targets = Array.from({ length: 6 }, (_, n) => `https://host${n % 3}.example/${n}`);
    for (const target of targets) {
      house.web.on(target, page);
      await enqueue(house, target);
    }
    house.web.on(ENDPOINT, () => {
      told.push(house.time.now - began);
      return value('<string>ok</string>') as object;
    });
    const deps = house.deps({ pace: () => PING_GAP_MS });
    await house.runUntil(began + HOUR, () => ({ deliver: createDeliverHandler(deps) }));
    expect(told).toEqual([0, 20_000, 40_000, 60_000, 80_000, 100_000]);
    expect(house.web.lines('GET')).toHaveLength(targets.length);
    const rows = await house.store.deliveries.list({ limit: 10 });
    expect(rows.map(({ status, attempts }) => [status, attempts])).toEqual(targets.map(() => ['delivered', 1]));
  });

  it('says in the trace that a crash between sending and recording may have told them twice', async () => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, page);
    let calls = 0;
    house.web.on(ENDPOINT, () => {
      calls += 1;
      if (calls === 1) throw new Error('the process was killed');
      return fault(48, 'registered') as object;
    });
    const id = await enqueue(house);
    await expect(house.runDue()).rejects.toThrow('killed');
    await house.restart();
    house.time.now += MINUTE;
    await house.runDue();
    expect(calls).toBe(2);
    expect(await house.store.deliveries.byId(id)).toMatchObject({ status: 'delivered', fault: 48 });
    const steps = await house.store.deliveries.trace(id);
    expect(steps.map(({ outcome }) => outcome)).toEqual(['found', 'sending', 'sending', 'delivered']);
    expect(steps[1]?.reason).not.toMatch(/twice/);
    expect(steps[2]?.reason).toMatch(/twice/);
  });
});

describe('a target whose page ends its reader', () => {
  it('is tried three times and then set aside, in words for the owner', async () => {
    await using house = await openHouse(blog());
    house.web.on(PAGE, page);
    const id = await enqueue(house);
    const deps = house.deps({ reader: deadlyReader });
    await house.runUntil(house.time.now + 48 * HOUR, () => ({ deliver: createDeliverHandler(deps) }));
    const delivery = await house.store.deliveries.byId(id);
    expect(delivery).toMatchObject({ status: 'failed', attempts: 3 });
    expect(delivery?.reason).toMatch(/took more than 1000 ms.*third time: the page is set aside/);
    expect(house.web.asked).toHaveLength(3);
  });
});
