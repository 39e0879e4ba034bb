import { describe, expect, test } from 'vitest';
import { DAY, firstOfEach, get, HOUR, leastGap, MINUTE, mostWithin, openVictimWorld, SECOND } from './victim-world.ts';

type World = Awaited<ReturnType<typeof openVictimWorld>>;

/** Lets one after another ask, each as often as it takes, until `span` is over; whoever has to wait waits as long as told. */
async function ask(world: World, urls: readonly string[], span: number, http = world.start().victims.http()) {
  const end = world.time.real + span;
  const due = urls.map((url) => ({ url, at: world.time.real }));
  let refused = 0;
  for (;;) {
    due.sort((a, b) => a.at - b.at);
    const next = due[0];
    if (!next || next.at > end) break;
    if (next.at > world.time.real) world.pass(next.at - world.time.real);
    const outcome = await http.request(get(next.url));
    if (!outcome.ok && outcome.kind === 'waiting') {
      refused += 1;
      next.at = world.time.real + (outcome.waitMs ?? 0);
    } else due.shift();
  }
  if (world.time.real < end) world.pass(end - world.time.real);
  return { refused, left: due.length };
}

/** The machine is off for so long, and what it measures begins anew. */
const rebootAfter = (ms: number) => (world: World) => {
  world.pass(ms);
  world.time.booted = world.time.real;
  world.pass(SECOND);
};

const times = (world: World) => world.departures.map(({ at }) => at);
const many = (count: number, url: (n: number) => string) => Array.from({ length: count }, (_, n) => url(n));

describe('one victim', () => {
  test.each([
    ['a query of chance', (n: number) => `http://victim.test/?${n}=${n}`],
    ['a path of chance', (n: number) => `http://victim.test/${n}`],
    ['a subdomain of chance', (n: number) => `http://a${n}.victim.test/`],
    ['http and https', (n: number) => `http${n % 2 ? 's' : ''}://victim.test/${n}`],
    ['a port of chance', (n: number) => `http://victim.test:${1 + n}/`],
    ['a dot at the end', (n: number) => `http://victim.test${n % 2 ? '.' : ''}/${n}`],
    ['names that lead to one block of addresses', (n: number) => `http://victim${n}.test/`],
    ['literal addresses of one block', (n: number) => `http://198.51.100.${n % 200}/${n}`],
  ])('%s does not get around the hour', async (_, url) => {
    await using world = await openVictimWorld();
    await ask(world, many(40, url), HOUR - 1);
    expect(world.departures).toHaveLength(20);
    expect(leastGap(times(world))).toBeGreaterThanOrEqual(2 * SECOND);
  });

  test('is asked a hundred times a day, and everyone who waits is turned away about once', async () => {
    await using world = await openVictimWorld();
    const { refused, left } = await ask(
      world,
      many(100, (n) => `http://victim.test/${n}`),
      DAY - MINUTE,
    );
    expect(left).toBe(0);
    expect(mostWithin(times(world), HOUR)).toBeLessThanOrEqual(20);
    expect(refused).toBeLessThan(300);
    await ask(world, ['http://victim.test/more'], 0);
    expect(world.departures).toHaveLength(100);
  });

  test('others are not kept waiting by it', async () => {
    await using world = await openVictimWorld();
    world.addressesOf.set('honest.test', ['203.0.113.7']);
    const http = world.start().victims.http();
    await ask(
      world,
      many(50, (n) => `http://victim.test/${n}`),
      5 * MINUTE,
      http,
    );
    expect((await http.request(get('http://honest.test/'))).ok).toBe(true);
  });

  test('is asked one thing at a time', async () => {
    await using world = await openVictimWorld();
    const { promise, resolve } = Promise.withResolvers<void>();
    world.onDepart.now = () => promise;
    const http = world.start().victims.http();
    const first = http.request(get('http://victim.test/1'));
    await expect.poll(() => world.departures.length).toBe(1);
    world.pass(10 * SECOND);
    expect(await http.request(get('http://victim.test/2'))).toMatchObject({ ok: false, kind: 'waiting' });
    expect(await world.start().victims.http().request(get('http://b.victim.test/'))).toMatchObject({ kind: 'waiting' });
    resolve();
    await first;
    world.pass(3 * SECOND);
    expect((await http.request(get('http://victim.test/2'))).ok).toBe(true);
  });

  test('one page is asked for once in ten minutes', async () => {
    await using world = await openVictimWorld();
    await ask(world, ['http://victim.test/', 'http://victim.test/#a', 'http://victim.test/'], HOUR);
    expect(leastGap(times(world))).toBe(10 * MINUTE);
  });

  test.each<[string, (world: World) => void, boolean, number]>([
    ['a restart', () => {}, true, 0],
    ['a restart of the machine, whatever it was off for', rebootAfter(7 * DAY), true, 0],
    ['a restart of a machine that runs for long', rebootAfter(5 * MINUTE), true, 0],
    ['a clock set a year ahead', ({ time }) => Object.assign(time, { wall: time.wall + 365 * DAY }), false, 0],
    ['a clock set to 1970', ({ time }) => Object.assign(time, { wall: 0 }), false, 0],
    ['an hour that went by', (world) => world.pass(HOUR + MINUTE), false, 1],
    ['an hour in which nothing ran', (world) => world.pass(HOUR + MINUTE), true, 1],
  ])('after %s', async (_, change, isNewProcess, more) => {
    await using world = await openVictimWorld();
    const { victims } = world.start();
    await ask(
      world,
      many(25, (n) => `http://victim.test/${n}`),
      MINUTE,
      victims.http(),
    );
    expect(world.departures).toHaveLength(20);
    change(world);
    const after = isNewProcess ? world.start().victims : victims;
    await after.http().request(get('http://victim.test/fresh'));
    expect(world.departures).toHaveLength(20 + more);
  });
});

describe('whom the owner knows', () => {
  test('has his own budget in a block that strangers have used up', async () => {
    await using world = await openVictimWorld();
    await ask(
      world,
      many(40, (n) => `http://stranger${n}.test/`),
      2 * MINUTE,
    );
    expect(world.departures).toHaveLength(20);
    world.standings.set('friend.test', 'known');
    await ask(
      world,
      many(30, (n) => `http://friend.test/${n}`),
      5 * MINUTE,
    );
    expect(world.departures).toHaveLength(40);
  });

  test('may be asked more often where a rule allows it', async () => {
    await using world = await openVictimWorld({ allowedFactor: 2 });
    world.standings.set('friend.test', 'allowed');
    await ask(
      world,
      many(300, (n) => `http://friend.test/${n}`),
      HOUR - 1,
    );
    expect(world.departures).toHaveLength(40);
  });

  test('shares six hundred an hour with all of his block', async () => {
    await using world = await openVictimWorld({ blockPerHour: 25 });
    for (const n of [1, 2, 3]) world.standings.set(`friend${n}.test`, 'known');
    await ask(
      world,
      many(40, (n) => `http://friend${1 + (n % 3)}.test/${n}`),
      HOUR - 1,
    );
    expect(world.departures).toHaveLength(25);
  });
});

describe('redirects', () => {
  test('count for whom they lead to', async () => {
    await using world = await openVictimWorld();
    for (let n = 0; n < 30; n += 1) {
      world.redirects.set(`http://sender${n}.test/`, `http://victim.test/${n}`);
      world.addressesOf.set(`sender${n}.test`, [`10.0.${n}.1`]);
    }
    await ask(
      world,
      many(30, (n) => `http://sender${n}.test/`),
      HOUR - 1,
    );
    expect(world.departures.filter(({ url }) => url.hostname === 'victim.test')).toHaveLength(20);
  });

  test('within one site are one errand, and each is counted', async () => {
    await using world = await openVictimWorld();
    for (let n = 0; n < 20; n += 1) world.redirects.set(`http://victim.test/${n}`, `https://www.victim.test/${n}`);
    await ask(
      world,
      many(20, (n) => `http://victim.test/${n}`),
      HOUR - 1,
    );
    expect(world.departures).toHaveLength(20);
    expect(leastGap(firstOfEach(world.departures).map(({ at }) => at))).toBeGreaterThanOrEqual(2000);
  });

  test('that have to wait end the attempt, or wait a moment where they are', async () => {
    await using world = await openVictimWorld();
    world.addressesOf.set('other.test', ['203.0.113.7']);
    world.redirects.set('http://other.test/', 'http://victim.test/a');
    const http = world.start().victims.http();
    await http.request(get('http://victim.test/b'));
    expect((await http.request(get('http://other.test/'))).ok).toBe(true);
    expect(leastGap(world.departures.filter(({ url }) => url.hostname === 'victim.test').map(({ at }) => at))).toBe(
      2_100,
    );
    await ask(
      world,
      many(40, (n) => `http://victim.test/${n}`),
      2 * MINUTE,
      http,
    );
    world.pass(11 * MINUTE);
    expect(await http.request(get('http://other.test/'))).toMatchObject({
      ok: false,
      kind: 'timeout',
      reason: expect.stringMatching(
        /^A redirect leads to victim\.test, which is not to be asked for \d+ seconds yet\.$/,
      ),
    });
  });
});

describe('who asks for a pause', () => {
  test.each([
    ['429 with seconds', 429, '1800', 30 * MINUTE],
    ['429 without a word', 429, undefined, 10 * MINUTE],
    ['429 with nonsense', 429, 'soon', 10 * MINUTE],
    ['429 with a date', 429, 'Thu, 01 Jan 2026 12:20:00 GMT', 20 * MINUTE],
    ['429 with a date that is over', 429, 'Thu, 01 Jan 1998 12:20:00 GMT', 10 * MINUTE],
    ['429 with a year', 429, '31536000', DAY],
    ['503 with seconds', 503, '900', 15 * MINUTE],
    ['503 without', 503, undefined, 2_100],
  ])('%s gets it, on all of its pages', async (_, status, given, pause) => {
    await using world = await openVictimWorld();
    const headers = given === undefined ? [] : [['retry-after', given] as const];
    world.replies.set('http://victim.test/1', { status, headers });
    const { victims } = world.start();
    await victims.http().request(get('http://victim.test/1'));
    const outcome = await victims.http().request(get('http://www.victim.test/2'));
    expect(outcome).toMatchObject({ ok: false, kind: 'waiting', waitMs: pause });
    world.pass(pause);
    expect((await victims.http().request(get('http://victim.test/2'))).ok).toBe(true);
  });
});

describe('what was looked at before', () => {
  test('leaves half of the budget to what is new', async () => {
    await using world = await openVictimWorld();
    const { victims } = world.start();
    await ask(
      world,
      many(30, (n) => `http://victim.test/${n}`),
      MINUTE,
      victims.http({ share: 0.5 }),
    );
    expect(world.departures).toHaveLength(10);
    await ask(
      world,
      many(30, (n) => `http://victim.test/new${n}`),
      MINUTE,
      victims.http(),
    );
    expect(world.departures).toHaveLength(20);
  });
});

describe('everyone together', () => {
  test('five sources a second are looked at, after the first hundred', async () => {
    await using world = await openVictimWorld();
    const urls = many(200, (n) => `http://source${n}.test/`);
    for (const [n, url] of urls.entries()) world.addressesOf.set(new URL(url).hostname, [`11.0.${n}.1`]);
    await ask(world, urls, MINUTE);
    expect(world.departures).toHaveLength(200);
    expect(mostWithin(times(world), SECOND)).toBeLessThanOrEqual(105);
    expect(mostWithin(times(world), 10 * SECOND)).toBeLessThanOrEqual(150);
  });

  test('says whom somebody waits for', async () => {
    await using world = await openVictimWorld();
    const { victims, tally } = world.start();
    await ask(
      world,
      many(22, (n) => `http://victim.test/${n}`),
      MINUTE,
      victims.http(),
    );
    expect(victims.waiting(10)).toEqual([{ victim: 'victim.test', waitMs: expect.any(Number) }]);
    expect(tally.read('victimPerHour').hour).toBeGreaterThan(0);
    world.pass(2 * HOUR);
    expect(victims.waiting(10)).toEqual([]);
  });
});
