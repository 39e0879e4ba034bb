import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SOURCE } from './cases/exchange.ts';
import { formPost, SUCCESS, TRACKBACK_CASES } from './cases/trackback.ts';
import { type House, linking, openHouse } from './house.ts';

describe.each(['request', 'socket'] as const)('TrackBack by %s', (door) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house[Symbol.asyncDispose]());

  it.each(TRACKBACK_CASES.map((exchange) => [exchange.name, exchange] as const))('%s', async (_, exchange) => {
    house.heard.length = 0;
    const answer = await house.doors[door](exchange.call);
    expect(answer.status).toBe(exchange.status);
    expect(house.heard).toMatchObject(exchange.heard ? [exchange.heard] : []);
    exchange.also?.(answer);
    expect(answer.headers['content-length']).toBe(String(Buffer.byteLength(answer.text)));
    expect(answer.headers['transfer-encoding']).toBeUndefined();
  });
});

const ping = formPost(`url=${encodeURIComponent(SOURCE)}&title=Other`);

describe('TrackBack after the reply', () => {
  it('TB-S08 a repeat is a success, before and after it is public, and one mention', async () => {
    await using house = await openHouse();
    const send = async () => (await house.doors.socket(ping)).text;
    expect([await send(), await send()]).toEqual([SUCCESS, SUCCESS]);
    await house.publish(SOURCE);
    expect(await send()).toBe(SUCCESS);
    const mentions = await house.store.mentions.list({ limit: 9 });
    expect(mentions).toMatchObject([{ source: SOURCE, moderation: 'approved', link: 'live', repeats: 3 }]);
  });

  it.each([
    ['links', linking(), 'live'],
    ['does not', '<title>No link</title>', 'absent'],
  ])('TB-S10 the page is fetched: it %s', async (_, body, link) => {
    await using house = await openHouse();
    house.web.pages.set(SOURCE, { body });
    await house.doors.socket(ping);
    expect(house.web.asked).toEqual([]);
    await house.settle();
    expect(house.web.asked).toMatchObject([{ url: SOURCE }]);
    expect(await house.store.mentions.list({ limit: 9 })).toMatchObject([{ link, protocols: ['trackback'] }]);
  });
});
