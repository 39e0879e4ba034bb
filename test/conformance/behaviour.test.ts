import { describe, expect, it } from 'vitest';
import { pingOf, SOURCE, xmlPost } from './cases/exchange.ts';
import { type House, linking, openHouse, POST } from './house.ts';

const HOUR = 3_600_000;

async function tell({ inbox }: House, protocol: 'pingback' | 'webmention' = 'pingback', source = SOURCE) {
  return inbox.accept({ protocol, source, target: POST }, {});
}

async function only({ store }: House) {
  const [mention, ...more] = await store.mentions.list({ limit: 9 });
  if (mention === undefined || more.length > 0) throw new Error('There is not exactly one mention.');
  return mention;
}

describe('what follows a notification', () => {
  it('PB-S07 WM-R05 WM-R09 nothing is fetched before the reply, and nothing known before the fetch', async () => {
    await using house = await openHouse();
    house.web.pages.set(SOURCE, { body: linking() });
    await house.doors.socket(xmlPost(pingOf()));
    expect(house.web.asked).toEqual([]);
    expect(await only(house)).toMatchObject({ link: 'unverified', entry: undefined, facts: undefined });
    await house.settle();
    expect(await only(house)).toMatchObject({ link: 'live', entry: { title: 'An answer' } });
  });

  it.each(['queued', 'verified'] as const)(
    'PB-S11 the source of a foreign target is not fetched (%s)',
    async (reply) => {
      await using house = await openHouse(reply);
      await house.doors.request(xmlPost(pingOf(SOURCE, 'https://bob.example/')));
      await house.settle();
      expect(house.web.asked).toEqual([]);
    },
  );

  it('PB-S12 PB-F48 a repeat of a public one is 48, counted and not doubled', async () => {
    await using house = await openHouse();
    await house.publish(SOURCE);
    expect(await tell(house)).toMatchObject({ outcome: 'registered' });
    expect(await only(house)).toMatchObject({ repeats: 1, moderation: 'approved' });
  });

  it('PB-S12 a first attempt that failed is no obstacle', async () => {
    await using house = await openHouse();
    await tell(house);
    await house.settle();
    expect(await only(house)).toMatchObject({ link: 'absent' });
    house.web.pages.set(SOURCE, { body: linking() });
    house.time.now += HOUR;
    expect(await tell(house)).toMatchObject({ outcome: 'accepted' });
    await house.settle();
    expect(await only(house)).toMatchObject({ link: 'live' });
  });

  it('PB-S13 of a hundred concurrent calls one is kept', async () => {
    await using house = await openHouse();
    house.web.pages.set(SOURCE, { body: linking() });
    // One client may have twenty connections.
    const doors = Array.from({ length: 100 }, (_, n) => (n < 20 ? house.doors.socket : house.doors.request));
    const answers = await Promise.all(doors.map((ask) => ask(xmlPost(pingOf()))));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    await house.settle();
    expect(await only(house)).toMatchObject({ link: 'live', repeats: 99 });
    expect(house.web.asked).toHaveLength(1);
  });

  it('SEC-05 a notification causes one request at most', async () => {
    await using house = await openHouse();
    await tell(house);
    await tell(house);
    await house.settle();
    expect(house.web.asked.map(({ method, url }) => `${method} ${url}`)).toEqual([`GET ${SOURCE}`]);
  });

  it('SEC-05 cache-breaking queries of one host wait for each other', async () => {
    await using house = await openHouse();
    for (const query of ['1', '2', '3']) await tell(house, 'pingback', `${SOURCE}?${query}`);
    const claimed = await house.store.jobs.claim({ now: house.time.now, limit: 9, leaseMs: 1000, kinds: ['verify'] });
    expect(claimed).toHaveLength(1);
  });

  it('UN-02 places of one page are one source: a hundred of them are one mention and one request', async () => {
    await using house = await openHouse();
    house.web.pages.set(SOURCE, { body: linking() });
    for (let place = 0; place < 100; place += 1) await tell(house, 'pingback', `${SOURCE}#${place}`);
    await house.settle();
    expect(await only(house)).toMatchObject({ source: `${SOURCE}#0`, link: 'live', repeats: 99 });
    expect(house.web.asked).toHaveLength(1);
  });

  it('UN-18 a page that calls another one its canonical address is still itself', async () => {
    await using house = await openHouse();
    await house.publish(SOURCE);
    const copy = 'https://copy.example/answer';
    house.web.pages.set(copy, { body: `<link rel="canonical" href="${SOURCE}">${linking()}` });
    await tell(house, 'webmention', copy);
    await house.settle();
    const mentions = await house.store.mentions.list({ limit: 9 });
    const seen = mentions.map(({ source, moderation }) => [source, moderation]);
    expect(seen.sort()).toEqual([
      [SOURCE, 'approved'],
      [copy, 'pending'],
    ]);
  });

  it('SEC-10 UN-01 the fragment of a source is not sent', async () => {
    await using house = await openHouse();
    await tell(house, 'pingback', `${SOURCE}#p1`);
    await house.settle();
    expect(house.web.asked.map(({ url }) => url)).toEqual([SOURCE]);
  });
});

describe('updates and deletions', () => {
  it('WM-R16 WM-R17 DV-58 a known pair is updated in place', async () => {
    await using house = await openHouse();
    house.web.pages.set(SOURCE, { body: linking() });
    await tell(house, 'webmention');
    await house.settle();
    const { id } = await only(house);
    house.web.pages.set(SOURCE, { body: linking().replace('An answer', 'A better answer') });
    house.time.now += HOUR;
    await tell(house, 'webmention');
    await house.settle();
    expect(await only(house)).toMatchObject({ id, link: 'live', entry: { title: 'A better answer' } });
  });

  it.each([
    ['410', { status: 410 }],
    ['404', { status: 404 }],
    ['no link', { body: '<title>No link</title>' }],
    [
      'WM-R20 ROCKS-X1 410 by its own word',
      { body: '<meta http-equiv="Status" content="410 Gone"><title>Gone</title>' },
    ],
  ])('WM-R18 a known pair is lost when it is missing twice, an hour apart: %s', async (_, page) => {
    await using house = await openHouse();
    await house.publish(SOURCE);
    house.web.pages.set(SOURCE, page);
    house.time.now += HOUR;
    await tell(house, 'webmention');
    await house.settle();
    expect(await only(house)).toMatchObject({ link: 'live' });
    house.time.now += HOUR;
    await house.settle();
    expect(await only(house)).toMatchObject({ link: 'lost', moderation: 'approved' });
  });

  it.each(['timeout', 'connect', 'dns', 'reset'] as const)(
    'WM-R19 DV-58 an outage deletes nothing: %s',
    async (failure) => {
      await using house = await openHouse();
      await house.publish(SOURCE);
      house.web.pages.set(SOURCE, failure);
      for (const _ of [1, 2, 3, 4]) {
        house.time.now += 24 * HOUR;
        await tell(house, 'webmention');
        await house.settle();
      }
      expect(await only(house)).toMatchObject({ link: 'unreachable', moderation: 'approved' });
      expect(await house.inbox.pingbacks(POST)).toEqual([SOURCE]);
    },
  );
});
