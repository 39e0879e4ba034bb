import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type House, openHouse } from './house.ts';
import { type Browser, createBrowser, PASSWORD, setUpOwner } from './visitor.ts';

let house: House;
let browser: Browser;
let csrf: string;
let id: string;
beforeAll(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
  csrf = await browser.csrf();
  id = await house.seed();
});
afterAll(() => house.close());

const OWN = 'http://127.0.0.1:7777';
const ROWS: readonly [id: string, headers: Record<string, string>, status: number][] = [
  ['a page of ours', { 'sec-fetch-site': 'same-origin' }, 303],
  ['a page of ours under no-referrer', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 303],
  ['an old browser', { origin: OWN }, 303],
  ['cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
  ['cross-site with our origin', { 'sec-fetch-site': 'cross-site', origin: OWN }, 403],
  ['same site, other host', { 'sec-fetch-site': 'same-site' }, 403],
  ['no page at all', { 'sec-fetch-site': 'none' }, 403],
  ['nonsense', { 'sec-fetch-site': 'SAME-ORIGIN, cross-site' }, 403],
  ['foreign origin', { origin: 'https://evil.example' }, 403],
  ['our host, other scheme', { origin: 'https://127.0.0.1:7777' }, 403],
  ['our host, other port', { origin: 'http://127.0.0.1:7778' }, 403],
  ['origin that contains ours', { origin: `${OWN}.evil.example` }, 403],
  ['sandboxed frame', { origin: 'null' }, 403],
  ['neither header', {}, 403],
];

test.each(ROWS)('%s', async (_, headers, status) => {
  const before = (await house.store.mentions.byId(id))?.moderation;
  const wanted = before === 'approved' ? 'reject' : 'approve';
  const response = await browser.post('/admin/inbox', { csrf, one: `${wanted}:${id}` }, headers);
  expect(response.status).toBe(status);
  expect((await house.store.mentions.byId(id))?.moderation !== before).toBe(status === 303);
});

test.each(ROWS)('log-in: %s', async (_, headers, status) => {
  const response = await createBrowser(house).post('/admin/login', { name: 'alice', password: PASSWORD }, headers);
  expect(response.status).toBe(status);
});

test.each(['', 'x', 'none'])('the token %j', async (wrong) => {
  for (const path of [
    '/admin/inbox',
    `/admin/mentions/${id}`,
    `/admin/sites/${house.site.id}`,
    `/admin/sites/${house.site.id}/pages`,
    '/admin/logout',
  ]) {
    expect((await browser.post(path, { csrf: wrong, one: `spam:${id}` })).status, path).toBe(403);
  }
  expect((await house.store.mentions.byId(id))?.moderation).not.toBe('spam');
});

test('the token of another session', async () => {
  const other = createBrowser(house);
  await other.post('/admin/login', { name: 'alice', password: PASSWORD });
  expect((await browser.post('/admin/inbox', { csrf: await other.csrf(), one: `spam:${id}` })).status).toBe(403);
});

test('GET changes nothing', async () => {
  const before = await house.store.mentions.byId(id);
  for (const path of [
    `/admin/inbox?one=spam:${id}&csrf=${csrf}`,
    `/admin/mentions/${id}?one=spam:${id}&csrf=${csrf}`,
    '/admin/logout',
  ])
    await browser.get(path);
  expect(await house.store.mentions.byId(id)).toStrictEqual(before);
  expect((await browser.get('/admin/inbox')).status).toBe(200);
});

describe('host names', () => {
  test.each([
    ['http://127.0.0.1:7777/admin/login', 200],
    ['http://localhost:9000/admin/login', 200],
    ['http://[::1]:7777/admin/login', 200],
    ['http://rebound.evil.example:7777/admin/login', 421],
    ['http://127.0.0.1.evil.example:7777/admin/login', 421],
    ['http://192.168.1.5:7777/admin/login', 421],
  ])('DNS rebinding: %s', async (url, status) => {
    expect((await house.web.fetch(new Request(url))).status).toBe(status);
  });
});

test('every page of the desk forbids scripts of others, frames, sniffing, keeping and referring', async () => {
  for (const path of [
    '/admin/login',
    '/admin/inbox',
    `/admin/mentions/${id}`,
    '/admin/deliveries',
    '/admin/refused',
    '/admin/sites',
    '/admin/none',
  ]) {
    const { headers } = await browser.get(path);
    // The inbox alone has a script, of ours.
    const scripts = path === '/admin/inbox' ? "script-src 'self'; connect-src 'self'; " : '';
    expect(headers.get('content-security-policy'), path).toBe(
      `default-src 'none'; ${scripts}style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
    );
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('referrer-policy'), path).toBe('no-referrer');
    expect(headers.get('cross-origin-opener-policy'), path).toBe('same-origin');
    expect(headers.get('cache-control'), path).toBe('no-store');
    expect(headers.has('access-control-allow-origin'), path).toBe(false);
  }
});
