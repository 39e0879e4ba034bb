import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createPasswords } from '../../src/web/session/password.ts';
import { hashSecret } from '../../src/web/session/secret.ts';
import { type House, openHouse } from './house.ts';
import { createBrowser, PASSWORD, setUpOwner } from './visitor.ts';

const HOUR = 3_600_000;

let house: House;
beforeEach(async () => {
  house = await openHouse();
});
afterEach(() => house.close());

describe('set-up', () => {
  test('the link works once, logs in, and shows what to copy', async () => {
    await house.store.owners.offerSetUp(hashSecret('the key'));
    const browser = createBrowser(house);
    expect(await (await browser.get('/admin/setup?key=the%20key')).text()).toContain('Welcome to Hearback');
    const response = await browser.post('/admin/setup', {
      key: 'the key',
      name: 'alice',
      password: PASSWORD,
      again: PASSWORD,
    });
    expect(response.headers.get('location')).toBe('/admin/sites?welcome=1');
    expect(await (await browser.get('/admin/sites?welcome=1')).text()).toContain(
      '&lt;link rel=&quot;pingback&quot; href=&quot;http://127.0.0.1:7777/xmlrpc&quot;&gt;',
    );
    expect((await createBrowser(house).get('/admin/setup?key=the%20key')).status).toBe(403);
    const again = await createBrowser(house).post('/admin/setup', {
      key: 'the key',
      name: 'eve',
      password: PASSWORD,
      again: PASSWORD,
    });
    expect(again.status).toBe(403);
    expect(await house.store.owners.count()).toBe(1);
  });

  test.each([
    ['short password', { password: 'short', again: 'short' }, 'At least|at least 10'],
    ['other password', { again: 'something else entirely' }, 'not the same password'],
    ['no name', { name: ' ' }, 'Give a name'],
    ['megabyte of password', { password: 'x'.repeat(2000), again: 'x'.repeat(2000) }, 'at most'],
  ])('bad input comes back with the field named: %s', async (_, changes, words) => {
    await house.store.owners.offerSetUp(hashSecret('the key'));
    const response = await createBrowser(house).post('/admin/setup', {
      key: 'the key',
      name: 'Alice B.',
      password: PASSWORD,
      again: PASSWORD,
      ...changes,
    });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toMatch(new RegExp(words));
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('value="the key"');
    if (!('name' in changes)) expect(html).toContain('value="Alice B."');
    expect(await house.store.owners.count()).toBe(0);
  });

  test('a wrong key opens nothing', async () => {
    await house.store.owners.offerSetUp(hashSecret('the key'));
    for (const path of [
      '/admin/setup',
      '/admin/setup?key=',
      '/admin/setup?key=other',
      `/admin/setup?key=${hashSecret('the key')}`,
    ]) {
      expect((await createBrowser(house).get(path)).status, path).toBe(403);
    }
  });
});

describe('the cookie', () => {
  test('on loopback http', async () => {
    await setUpOwner(house);
    const browser = createBrowser(house);
    const response = await browser.post('/admin/login', { name: 'alice', password: PASSWORD });
    expect(response.headers.get('set-cookie')).toMatch(/^hearback=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('on https', async () => {
    const secure = await openHouse({ publicUrl: 'https://mentions.alice.example' });
    await setUpOwner(secure);
    const response = await createBrowser(secure).post('/admin/login', { name: 'alice', password: PASSWORD });
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Host-hearback=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    expect(response.headers.get('strict-transport-security')).toBe('max-age=31536000');
    await secure.close();
  });

  test.each(['http://mentions.alice.example', 'http://192.168.1.5:7777'])(
    'on %s the pages that take a password refuse',
    async (publicUrl) => {
      const open = await openHouse({ publicUrl });
      for (const response of [
        await createBrowser(open).get('/admin/login'),
        await createBrowser(open).post('/admin/login', { name: 'a', password: PASSWORD }),
        await createBrowser(open).get('/admin/setup?key=secret'),
        await createBrowser(open).post('/admin/setup', {
          key: 'secret',
          name: 'a',
          password: PASSWORD,
          again: PASSWORD,
        }),
      ]) {
        expect(response.status).toBe(403);
        expect(await response.text()).toContain('The desk needs https');
        expect(response.headers.has('set-cookie')).toBe(false);
      }
      await open.close();
    },
  );
});

describe('the life of a session', () => {
  test.each([
    ['used within twelve hours', [11, 11, 11], 200],
    ['idle for twelve hours', [12], 303],
    ['R18: opened under a clock that was ten years ahead', [-10 * 365 * 24], 303],
    ['R18: when the clock is set back by an hour', [1, -2, 1], 200],
    ['R18: when the clock jumps ten years on', [10 * 365 * 24], 303],
    ['older than seven days, however busy', Array.from({ length: 17 }, () => 10), 303],
  ])('%s', async (_, pauses, status) => {
    const browser = await setUpOwner(house);
    let last = 0;
    for (const hours of pauses) {
      house.time.now += hours * HOUR;
      last = (await browser.get('/admin/inbox')).status;
    }
    expect(last).toBe(status);
  });

  test('log-out ends it on the server, and log-in makes a new one', async () => {
    const browser = await setUpOwner(house);
    const stolen = browser.cookie;
    await browser.post('/admin/logout', { csrf: await browser.csrf() });
    const thief = await house.web.fetch(
      new Request(`${house.publicUrl}/admin/inbox`, { headers: { cookie: stolen }, redirect: 'manual' }),
    );
    expect(thief.status).toBe(303);
    await browser.post('/admin/login', { name: 'alice', password: PASSWORD });
    const first = browser.cookie;
    await browser.post('/admin/login', { name: 'alice', password: PASSWORD });
    expect(browser.cookie).not.toBe(first);
    expect(
      (
        await house.web.fetch(
          new Request(`${house.publicUrl}/admin/inbox`, { headers: { cookie: first }, redirect: 'manual' }),
        )
      ).status,
    ).toBe(303);
  });

  test.each(['', 'hearback=', 'hearback=x', `hearback=${'A'.repeat(43)}`, '__Host-hearback=x'])(
    'nobody is let in with the cookie %j',
    async (cookie) => {
      const response = await house.web.fetch(
        new Request(`${house.publicUrl}/admin/inbox`, { headers: { cookie }, redirect: 'manual' }),
      );
      expect(response.headers.get('location')).toBe('/admin/login');
    },
  );
});

describe('guessing', () => {
  const wrong = (name: string) => createBrowser(house).post('/admin/login', { name, password: 'not the password' });

  test('an unknown name gets the same answer as a wrong password', async () => {
    await setUpOwner(house);
    const [known, unknown] = [await wrong('alice'), await wrong('nobody')];
    expect([known.status, unknown.status]).toEqual([403, 403]);
    expect((await unknown.text()).replaceAll('nobody', 'alice')).toBe(await known.text());
  });

  test('from the fifth failure the wait doubles, and the right password is not heard meanwhile', async () => {
    await setUpOwner(house);
    for (let n = 0; n < 5; n += 1) expect((await wrong('alice')).status).toBe(403);
    for (const seconds of [1, 2, 4]) {
      const early = await createBrowser(house).post('/admin/login', { name: 'alice', password: PASSWORD });
      expect([early.status, early.headers.get('retry-after')]).toEqual([429, String(seconds)]);
      house.time.now += seconds * 1000;
      expect((await wrong('alice')).status).toBe(403);
    }
    house.time.now += 8000;
    expect((await createBrowser(house).post('/admin/login', { name: 'alice', password: PASSWORD })).status).toBe(303);
  });

  test('the owner comes in from a known address while a stranger guesses', async () => {
    await setUpOwner(house);
    const logIn = (address: string, password: string) =>
      house.web.fetch(
        new Request(`${house.publicUrl}/admin/login`, {
          method: 'POST',
          redirect: 'manual',
          headers: { 'sec-fetch-site': 'same-origin' },
          body: new URLSearchParams({ name: 'alice', password }),
        }),
        { address },
      );
    expect((await logIn('192.0.2.1', PASSWORD)).status).toBe(303);
    for (let n = 0; n < 6; n += 1) await logIn(`198.51.100.${n}`, 'not the password');
    expect((await logIn('198.51.100.9', PASSWORD)).status).toBe(429);
    expect((await logIn('192.0.2.1', PASSWORD)).status).toBe(303);
  });

  // By way of the store they do not all come at the same moment: how many are heard is told of the passwords themselves.
  test('log-ins that find no room are told to come again', { timeout: 20_000 }, async () => {
    await setUpOwner(house);
    const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => wrong(`somebody ${n}`)));
    const busy = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(40 - busy.length);
    expect(busy.map(({ headers }) => headers.get('retry-after'))).toEqual(busy.map(() => '5'));
  });

  test('no more than eighteen passwords are checked at once', { timeout: 20_000 }, async () => {
    const { check } = createPasswords();
    const said = await Promise.all(Array.from({ length: 40 }, () => check('any', undefined)));
    expect(said).toEqual([...Array.from({ length: 18 }, () => 'wrong'), ...Array.from({ length: 22 }, () => 'busy')]);
  });

  test('the stored hash is argon2id at the cost we chose', async () => {
    await setUpOwner(house);
    expect((await house.store.owners.byName('alice'))?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });
});
