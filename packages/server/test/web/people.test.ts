import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type House, openHouse } from './house.ts';
import { type Browser, createBrowser, PASSWORD, setUpOwner } from './visitor.ts';

let house: House;
let browser: Browser;
beforeEach(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
});
afterEach(() => house.close());

const csrfOf = async (one: Browser) =>
  /name="csrf" value="([\w-]+)"/.exec(await (await one.get('/admin/account')).text())?.[1] ?? 'none';
const post = async (path: string, fields: Record<string, string>, one = browser) =>
  one.post(path, { csrf: await csrfOf(one), ...fields });

async function invite(role: string, name: string, site = ''): Promise<Browser> {
  const html = await (await post('/admin/people', { role, site })).text();
  const key = /setup\?key=([\w-]+)/.exec(html)?.[1] ?? '';
  const guest = createBrowser(house);
  await guest.post('/admin/setup', { key, name, password: PASSWORD, again: PASSWORD });
  return guest;
}
const idOf = async (name: string) => (await house.store.owners.byName(name))?.id ?? '';

describe('an invitation', () => {
  test('is shown once, says what one becomes, and works once', async () => {
    const html = await (await post('/admin/people', { role: 'moderator', site: house.site.id })).text();
    const link = /http:\/\/127\.0\.0\.1:7777(\/admin\/setup\?key=[\w-]+)/.exec(html)?.[1] ?? '';
    expect(await (await browser.get('/admin/people')).text()).not.toContain(link.slice(-20));
    expect(await (await createBrowser(house).get(link)).text()).toContain('You are invited as: Moderator of Alice.');
    const key = link.split('=')[1] ?? '';
    const fields = { key, name: 'bob', password: PASSWORD, again: PASSWORD };
    const taken = await createBrowser(house).post('/admin/setup', { ...fields, name: 'alice' });
    expect([taken.status, await taken.text()]).toEqual([422, expect.stringMatching(/name="name"[^>]*value="alice"/)]);
    expect((await createBrowser(house).post('/admin/setup', fields)).headers.get('location')).toBe('/admin');
    expect((await createBrowser(house).post('/admin/setup', { ...fields, name: 'eve' })).status).toBe(403);
    expect(await house.store.members.of(await idOf('bob'))).toEqual([{ site: house.site.id, role: 'moderator' }]);
  });

  test('can be withdrawn, and is good for a week', async () => {
    await post('/admin/people', { role: 'reader', site: '' });
    const [one] = await house.store.members.invitations(house.time.now);
    expect(await (await browser.get('/admin/people')).text()).toContain('Links that wait');
    await post('/admin/people/withdraw', { invitation: one?.id ?? '' });
    expect(await house.store.members.invitations(house.time.now)).toEqual([]);
    await post('/admin/people', { role: 'reader', site: '' });
    expect(await house.store.members.invitations(house.time.now + 8 * 86_400_000)).toEqual([]);
  });

  test.each([
    { role: 'king', site: '' },
    { role: 'reader', site: 'nowhere' },
  ])('is not made of %o', async (fields) => {
    const reply = await post('/admin/people', fields);
    expect([reply.status, await reply.text()]).toEqual([422, expect.stringContaining('Choose a role')]);
  });
});

test.each([
  ['reader', false],
  ['moderator', true],
])('a %s is offered to decide: %s', async (role, isOffered) => {
  await house.seed({ source: 'https://bob.example/a' });
  await house.store.dontTell.add('bob.example', house.time.now);
  const guest = await invite(role, 'bob');
  const inbox = await (await guest.get('/admin/inbox')).text();
  expect(inbox).toContain('https://bob.example/a');
  for (const name of ['decision', 'mention']) expect(inbox.includes(`name="${name}"`), name).toBe(isOffered);
  // What is settled for all sites is an owner's.
  const untold = await (await guest.get('/admin/dont-tell')).text();
  expect(untold).toContain('bob.example');
  expect(untold).not.toContain('name="entry"');
});

describe('a role', () => {
  test('holds from the next request on, and the page shows what it may', async () => {
    const guest = await invite('reader', 'bob');
    const id = await house.seed();
    expect(await (await guest.get('/admin/inbox')).text()).not.toContain(`approve:${id}`);
    expect(await (await guest.get('/admin/overview')).text()).not.toContain('/admin/tokens');
    expect((await post(`/admin/mentions/${id}`, { one: `approve:${id}` }, guest)).status).toBe(403);
    await post(`/admin/people/${await idOf('bob')}`, { role: 'moderator', site: '' });
    expect(await (await guest.get('/admin/inbox')).text()).toContain(`approve:${id}`);
    expect((await post(`/admin/mentions/${id}`, { one: `approve:${id}` }, guest)).status).toBe(303);
    await post(`/admin/people/${await idOf('bob')}`, { role: 'none', site: '' });
    expect((await guest.get('/admin/inbox')).status).toBe(403);
  });

  test('whoever is removed is out at once; the last owner cannot go, nor become less', async () => {
    const guest = await invite('owner', 'bob');
    await post(`/admin/people/${await idOf('bob')}/remove`, {});
    expect((await guest.get('/admin/inbox')).headers.get('location')).toBe('/admin/login');
    const alice = await idOf('alice');
    for (const [path, role] of [
      [`/admin/people/${alice}`, 'reader'],
      [`/admin/people/${alice}/remove`, ''],
    ] as const) {
      const reply = await post(path, { role, site: '' });
      expect([reply.status, await reply.text()]).toEqual([422, expect.stringContaining('Nothing was changed')]);
    }
    expect(await (await browser.get('/admin/audit')).text()).toContain('Removed a person');
  });
});

describe('one’s own account', () => {
  const NEW = 'another sentence to log in';
  const change = (fields: Record<string, string>) =>
    post('/admin/account/password', { current: PASSWORD, password: NEW, again: NEW, ...fields });
  const logIn = (password: string) => createBrowser(house).post('/admin/login', { name: 'alice', password });

  test('a new password is good, the old one is not, and other browsers are out', async () => {
    const other = createBrowser(house);
    await other.post('/admin/login', { name: 'alice', password: PASSWORD });
    expect((await change({})).headers.get('location')).toBe('/admin/account?said=password');
    expect((await other.get('/admin/account')).headers.get('location')).toBe('/admin/login');
    expect((await browser.get('/admin/account')).status).toBe(200);
    expect([(await logIn(PASSWORD)).status, (await logIn(NEW)).status]).toEqual([403, 303]);
  });

  test.each([
    ['the wrong one of now', { current: 'something else' }, 'current', 422],
    ['a short one', { password: 'short', again: 'short' }, 'password', 422],
    ['two different ones', { again: 'not the same at all' }, 'again', 422],
  ])('%s is refused beside its field', async (_, fields, name, status) => {
    const reply = await change(fields);
    expect(reply.status).toBe(status);
    expect(await reply.text()).toMatch(new RegExp(`name="${name}"[^>]*aria-invalid="true"`));
    expect((await logIn(PASSWORD)).status).toBe(303);
  });

  test('guessing the one of now is as slow as at the door', async () => {
    for (let n = 0; n < 5; n += 1) await change({ current: `guess number ${n}` });
    expect((await change({ current: 'guess number 6' })).status).toBe(429);
  });

  test('shows where one is logged in, and ends one of them or all but this', async () => {
    const others = [createBrowser(house), createBrowser(house)];
    for (const other of others) await other.post('/admin/login', { name: 'alice', password: PASSWORD });
    const html = await (await browser.get('/admin/account')).text();
    expect(html.match(/name="session" value="[0-9a-f]{16}"/g)).toHaveLength(2);
    expect(html).not.toContain((await house.store.sessions.of(await idOf('alice')))[0]?.tokenHash ?? 'none');
    await post('/admin/account/sessions', { session: /value="([0-9a-f]{16})"/.exec(html)?.[1] ?? '' });
    expect(await house.store.sessions.of(await idOf('alice'))).toHaveLength(2);
    await post('/admin/account/sessions', { session: 'others' });
    expect(await house.store.sessions.of(await idOf('alice'))).toHaveLength(1);
    expect((await browser.get('/admin/account')).status).toBe(200);
  });
});
