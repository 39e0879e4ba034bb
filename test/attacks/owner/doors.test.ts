import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hashSecret } from '../../../packages/server/src/web/session/secret.ts';
import { type House, openHouse } from '../../../packages/server/test/web/house.ts';
import { createBrowser, PASSWORD, setUpOwner } from '../../../packages/server/test/web/visitor.ts';
import { logInAt } from './lib.ts';

const HOUR = 3_600_000;
let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

const logIn = (name: string, password: string, address?: string, cookie?: string) =>
  logInAt(house, name, password, address, cookie);
const inbox = (cookie: string) =>
  house.web.fetch(new Request(`${house.publicUrl}/admin/inbox`, { headers: { cookie }, redirect: 'manual' }));

describe('225', () => {
  test('a session cookie of an attacker’s choosing is never taken over', async () => {
    await setUpOwner(house);
    const planted = `hearback=${'A'.repeat(43)}`;
    const response = await logIn('alice', PASSWORD, undefined, planted);
    const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(cookie).not.toBe(planted);
    expect([(await inbox(planted)).status, (await inbox(cookie)).status]).toEqual([303, 200]);
  });

  test('secrets of a thousand sessions differ, and the store holds none of them', async () => {
    const browser = await setUpOwner(house);
    const secret = browser.cookie.split('=')[1] ?? '';
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect((await inbox(`hearback=${hashSecret(secret)}`)).status).toBe(303);
    const many = new Set(Array.from({ length: 1000 }, () => house.deps.random.secret()));
    expect(many.size).toBe(1000);
  });

  test('a session that is over is forgotten by the store at the next log-in', async () => {
    const first = await setUpOwner(house);
    const hash = hashSecret(first.cookie.split('=')[1] ?? '');
    house.time.now += 7 * 24 * HOUR;
    expect(await house.store.sessions.byHash(hash)).toBeDefined();
    await logIn('alice', PASSWORD);
    expect(await house.store.sessions.byHash(hash)).toBeUndefined();
  });
});

describe('227', () => {
  test('a hundred wrong passwords at once from a hundred addresses: five are looked at', async () => {
    await setUpOwner(house);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) => logIn('alice', 'wrong', `198.51.100.${n}`)),
    );
    const statuses = answers.map(({ status }) => status);
    expect([statuses.filter((one) => one === 403).length, statuses.filter((one) => one === 429).length]).toEqual([
      5, 95,
    ]);
  });

  test.each([
    ['one IPv4 address', () => '198.51.100.7'],
    ['one IPv6 subscriber', (n: number) => `2001:db8:1:2::${n.toString(16)}`],
    ['one IPv4 address written both ways', (n: number) => (n % 2 === 0 ? '198.51.100.7' : '::ffff:198.51.100.7')],
  ])('ten thousand tries for as many names from %s: twenty an hour are looked at', async (_, address) => {
    await setUpOwner(house);
    const count = async (tries: number) => {
      let heard = 0;
      for (let n = 0; n < tries; n += 1) if ((await logIn(`name ${n}`, 'wrong', address(n))).status === 403) heard += 1;
      return heard;
    };
    expect(await count(300)).toBe(20);
    house.time.now += HOUR - 1;
    expect(await count(50)).toBe(0);
    house.time.now += 1;
    expect(await count(50)).toBe(20);
    expect((await logIn('alice', PASSWORD, '203.0.113.1')).status).toBe(303);
  });

  test('a right password gives the address its tries back, and others keep theirs', async () => {
    await setUpOwner(house);
    for (let n = 0; n < 30; n += 1) expect((await logIn('alice', PASSWORD, '198.51.100.7')).status).toBe(303);
  });

  test('the wait never grows beyond a quarter of an hour, and the owner comes in by the link of the command line', async () => {
    await setUpOwner(house);
    let longest = 0;
    for (let n = 0; n < 40; n += 1) {
      const response = await logIn('alice', 'wrong', `198.51.100.${n}`);
      const wait = Number(response.headers.get('retry-after') ?? 0);
      longest = Math.max(longest, wait);
      house.time.now += wait * 1000;
    }
    expect(longest).toBe(900);
    await logIn('alice', 'wrong', '198.51.100.99');
    expect((await logIn('alice', PASSWORD, '203.0.113.1')).status).toBe(429);
    const [alice] = await house.store.owners.list();
    await house.store.owners.offerSetUp(hashSecret('way in'), { owner: alice?.id ?? '', until: house.time.now + HOUR });
    const browser = createBrowser(house);
    expect(await (await browser.get('/admin/setup?key=way%20in')).text()).toContain(
      'A new password for <bdi>alice</bdi>',
    );
    const fields = { key: 'way in', password: 'another sentence', again: 'another sentence', name: 'eve' };
    expect((await browser.post('/admin/setup', fields)).headers.get('location')).toBe('/admin');
    expect((await house.store.owners.list()).map(({ name }) => name)).toEqual(['alice']);
    expect((await browser.get('/admin/inbox')).status).toBe(200);
  });

  test('an unknown name takes as long as a known one', async () => {
    await setUpOwner(house);
    const took: Record<string, number[]> = { alice: [], nobody: [] };
    for (let n = 0; n < 15; n += 1) {
      for (const name of ['alice', 'nobody']) {
        house.time.now += HOUR;
        const began = performance.now();
        expect((await logIn(name, 'wrong', `198.51.${name.length}.${n}`)).status).toBe(403);
        took[name]?.push(performance.now() - began);
      }
    }
    const median = (times: number[] = []) => times.sort((a, b) => a - b)[7] ?? 0;
    const [known, unknown] = [median(took.alice), median(took.nobody)];
    // Without the decoy an unknown name is answered in a tenth of the time.
    expect(Math.abs(known - unknown) / known, `${known} ms and ${unknown} ms`).toBeLessThan(0.4);
  });
});

describe('228', () => {
  test.each([
    ['a megabyte', 'x'.repeat(60_000), 403],
    ['1 KiB and a byte', 'x'.repeat(1025), 403],
    ['a NUL and more', `${PASSWORD}\0`, 403],
    ['nothing', '', 403],
    ['cut short', PASSWORD.slice(0, -1), 403],
    ['the password', PASSWORD, 303],
  ])('%s', async (_, password, status) => {
    await setUpOwner(house);
    const began = performance.now();
    const response = await logIn('alice', password);
    expect(response.status).toBe(status);
    if (password.length > 1024) expect(performance.now() - began).toBeLessThan(20);
  });

  test('a password with a NUL in it is one, whole', async () => {
    await house.store.owners.offerSetUp(hashSecret('k'));
    const password = 'first half\0second half';
    await createBrowser(house).post('/admin/setup', { key: 'k', name: 'n', password, again: password });
    expect((await logIn('n', 'first half')).status).toBe(403);
    expect((await logIn('n', 'first half\0other half')).status).toBe(403);
    expect((await logIn('n', password)).status).toBe(303);
  });

  test('a flood of log-ins leaves the rest of the server quick', async () => {
    await setUpOwner(house);
    let longest = 0;
    let last = performance.now();
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const flood = Promise.all(Array.from({ length: 500 }, (_, n) => logIn(`name ${n}`, 'wrong')));
    expect((await house.web.fetch(new Request(`${house.publicUrl}/healthz`))).status).toBe(200);
    const statuses = (await flood).map(({ status }) => status);
    clearInterval(beat);
    // Eighteen at once; who comes when some of them are done, as guesses are written down in the store, is let in again.
    const checked = statuses.filter((one) => one === 403).length;
    expect(checked).toBeGreaterThanOrEqual(18);
    expect(checked).toBeLessThan(100);
    expect(statuses.every((one) => one === 403 || one === 429)).toBe(true);
    expect(longest).toBeLessThan(500);
  });

  test.each([
    '1234567890',
    'aaaaaaaaaaaa',
    'PASSWORD123',
    'qwertyuiop',
    'alicealice',
    'alice12345'.replace('12345', '1234alice'),
    'abababababab',
  ])('the password %j is refused at set-up', async (password) => {
    await house.store.owners.offerSetUp(hashSecret('k'));
    const response = await createBrowser(house).post('/admin/setup', {
      key: 'k',
      name: 'alice',
      password,
      again: password,
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('one of the first that are guessed');
    expect(await house.store.owners.count()).toBe(0);
  });
});

describe('232 the one-time link', () => {
  const fields = { key: 'k', name: 'alice', password: PASSWORD, again: PASSWORD };

  test('opening it does not use it up, posting does, at once and for everybody', async () => {
    await house.store.owners.offerSetUp(hashSecret('k'));
    for (let n = 0; n < 3; n += 1) expect((await createBrowser(house).get('/admin/setup?key=k')).status).toBe(200);
    const both = [{ ...fields }, { ...fields, name: 'eve' }].map((one) =>
      createBrowser(house).post('/admin/setup', one),
    );
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([303, 403]);
    expect(await house.store.owners.count()).toBe(1);
  });

  test('it ends after its time, and with the next one', async () => {
    await house.store.owners.offerSetUp(hashSecret('k'), { until: house.time.now + HOUR });
    house.time.now += HOUR - 1;
    expect((await createBrowser(house).get('/admin/setup?key=k')).status).toBe(200);
    house.time.now += 1;
    expect((await createBrowser(house).get('/admin/setup?key=k')).status).toBe(403);
    expect((await createBrowser(house).post('/admin/setup', fields)).status).toBe(403);
    await house.store.owners.offerSetUp(hashSecret('a'), { until: house.time.now + HOUR });
    await house.store.owners.offerSetUp(hashSecret('k'), { until: house.time.now + HOUR });
    expect((await createBrowser(house).get('/admin/setup?key=a')).status).toBe(403);
    expect((await createBrowser(house).post('/admin/setup', fields)).status).toBe(303);
  });

  test('a new password ends the sessions of the old one', async () => {
    const thief = await setUpOwner(house);
    const [alice] = await house.store.owners.list();
    await house.store.owners.offerSetUp(hashSecret('k'), { owner: alice?.id ?? '' });
    const next = { key: 'k', password: 'another sentence', again: 'another sentence' };
    expect((await createBrowser(house).post('/admin/setup', next)).status).toBe(303);
    expect((await thief.get('/admin/inbox')).status).toBe(303);
    expect((await logIn('alice', PASSWORD)).status).toBe(403);
    expect((await logIn('alice', 'another sentence')).status).toBe(303);
  });

  test('another owner cannot take a name that is there', async () => {
    await setUpOwner(house);
    await house.store.owners.offerSetUp(hashSecret('k'));
    expect((await createBrowser(house).post('/admin/setup', fields)).status).toBe(422);
    expect((await createBrowser(house).post('/admin/setup', { ...fields, name: 'bob' })).status).toBe(303);
    expect((await house.store.owners.list()).map(({ name }) => name)).toEqual(['alice', 'bob']);
  });
});
