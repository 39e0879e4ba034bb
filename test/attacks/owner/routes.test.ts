import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen } from '../../../packages/server/src/web/listen.ts';
import { type House, openHouse, POST } from '../../../packages/server/test/web/house.ts';
import { type Browser, createBrowser, setUpOwner } from '../../../packages/server/test/web/visitor.ts';
import { openWire } from '../../../packages/server/test/web/wire.ts';
import { bearer, everyRow, filled, makeToken, type Route, routesOf } from './lib.ts';

let house: House;
let browser: Browser;
let csrf: string;
let ids: Record<string, string>;
let token: string;
let routes: readonly Route[];
beforeAll(async () => {
  house = await openHouse();
  browser = await setUpOwner(house);
  csrf = await browser.csrf();
  const mention = await house.seed();
  token = await makeToken(house, ['read', 'moderate', 'send']);
  const [stored] = await house.store.tokens.list();
  await house.store.rules.add({
    id: 'rule',
    site: house.site.id,
    action: 'allow',
    scope: 'host',
    value: 'a.example',
    createdAt: 1,
  });
  await house.store.sites.savePages(house.site.id, [{ key: 'alice.example/post', url: POST, title: 'P' }], []);
  await house.directory.refresh();
  ids = {
    '/admin/mentions': mention,
    '/admin/sites': house.site.id,
    '/admin/tokens': stored?.id ?? '',
    '/api/inbox': mention,
    '/status': mention,
  };
  routes = routesOf(house);
});
afterAll(() => house.close());

const posts = () => routes.filter(({ method }) => method === 'POST');
const desk = () => posts().filter(({ path }) => path.startsWith('/admin/'));
/** A link of a mail is its own right; what it needs besides is tested with it (mail-links.test.ts). */
const open = ['/admin/login', '/admin/setup', '/admin/decide/:ticket', '/admin/language'];
/** Everything that any form of the desk or call of the API understands. */
const FIELDS = (id: string) =>
  new URLSearchParams({
    ...{ csrf, one: `approve:${id}`, decision: 'spam', mention: id, show: 'held', send: 'never', rule: 'rule' },
    ...{ switch: 'receive-off:alice.example/post', name: 'x', scope: 'read', moderation: 'spam', source: POST },
    ...{ key: 'the key', password: 'a long sentence', again: 'a long sentence' },
  });

test('there are routes to test', () => {
  expect(routes.length).toBeGreaterThan(30);
  expect(desk().map(({ path }) => path)).toContain('/admin/tokens/:id/revoke');
  expect(
    routes.filter(({ method }) => !['ALL', 'GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'].includes(method)),
  ).toEqual([]);
});

describe('226', () => {
  test('GET and HEAD change nothing, whatever is asked along with them, at any address that takes a POST or a GET', async () => {
    const before = everyRow(house);
    for (const { path } of routes) {
      const address = `${filled(path, ids)}?${FIELDS(ids['/admin/mentions'] ?? '')}`;
      for (const method of ['GET', 'HEAD']) {
        const headers = { cookie: browser.cookie, 'x-http-method-override': 'POST', ...bearer(token) };
        await house.web.fetch(new Request(new URL(address, house.publicUrl), { method, headers, redirect: 'manual' }));
        // Asked with a session alone too: a header of the one must not hide the other.
        await browser.get(address);
      }
      expect(everyRow(house), path).toBe(before);
    }
  });

  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another host of the site', { 'sec-fetch-site': 'same-site' }],
    ['a foreign origin', { origin: 'https://evil.example' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['neither header', {}],
  ])('no POST of the desk is heard from %s, log-in included', async (_, headers) => {
    const before = everyRow(house);
    expect(desk().length).toBeGreaterThanOrEqual(9);
    for (const { path } of desk()) {
      const response = await browser.post(filled(path, ids), FIELDS(ids['/admin/mentions'] ?? ''), headers);
      expect(response.status, path).toBe(403);
    }
    expect(everyRow(house)).toBe(before);
  });

  test.each([['none'], ['']])('no form with the token %j, and none without a session', async (wrong) => {
    const before = everyRow(house);
    for (const { path } of desk().filter((one) => !open.includes(one.path))) {
      const fields = FIELDS(ids['/admin/mentions'] ?? '');
      fields.set('csrf', wrong);
      expect((await browser.post(filled(path, ids), fields)).status, path).toBe(403);
      fields.set('csrf', csrf);
      const stranger = await createBrowser(house).post(filled(path, ids), fields);
      expect([stranger.status, stranger.headers.get('location')], path).toEqual([303, '/admin/login']);
    }
    // Anybody may choose the language of this browser; what is kept of it for an owner takes the owner's token.
    const headers = { cookie: browser.cookie, 'sec-fetch-site': 'same-origin' };
    const body = new URLSearchParams({ csrf: wrong, language: 'de' });
    await house.web.fetch(new Request(new URL('/admin/language', house.publicUrl), { method: 'POST', headers, body }));
    expect(everyRow(house)).toBe(before);
  });

  test('a cookie opens nothing of the API', async () => {
    for (const { path, method } of routes.filter(
      (route) => route.path.startsWith('/api/') && route.method === 'POST',
    )) {
      const headers = { cookie: browser.cookie, 'sec-fetch-site': 'same-origin' };
      const body = FIELDS(ids['/admin/mentions'] ?? '');
      const request = new Request(new URL(filled(path, ids), house.publicUrl), { method, headers, body });
      expect([401, 405], path).toContain((await house.web.fetch(request)).status);
    }
  });
});

test('240, 237: no form can say what is allowed but by a mention and a scope', async () => {
  const id = await house.seed({ source: 'https://bob.example/blog/one' });
  const rules = async () => (await house.store.rules.list(house.site.id)).map(({ id: rule }) => rule);
  for (const one of [`allow-all:${id}`, `allow-path:${id}`, `publicId:${id}`]) {
    await browser.post('/admin/inbox', { csrf, one, value: '.*', scope: 'host', site: 'other', verified_at: '1' });
    expect(await rules(), one).toEqual(['rule']);
  }
  for (const [action, scope, mention] of [
    ['allow', 'all', id],
    ['allow', '.*', id],
    ['block', 'site', id],
    ['allow', 'word', id],
    ['allow', 'path', '.*'],
    ['constructor', 'path', id],
  ] as const) {
    await browser.post('/admin/inbox/rule', { csrf, action, scope, mention, value: '.*', site: 'other' });
    expect(await rules(), `${action} ${scope}`).toEqual(['rule']);
  }
  expect((await house.store.mentions.byId(id))?.moderation).toBe('pending');
});

describe('234', () => {
  const POLICY = /^default-src 'none';(?!.*unsafe)/;

  test.each([
    ['http://127.0.0.1:7777', null],
    ['https://desk.alice.example', 'max-age=31536000'],
  ])('every reply of every kind has its headers at %s', async (publicUrl, hsts) => {
    const other = await openHouse({ publicUrl });
    const visitor = await setUpOwner(other);
    const mention = await other.seed({ moderation: 'approved' });
    const paths = [
      ...routes.map(({ path }) => filled(path, { ...ids, '/admin/mentions': mention })),
      '/none',
      '/api/none',
    ];
    for (const address of ['/xmlrpc', '/webmention', '/trackback', '/refback', '/alice.example/xmlrpc'])
      paths.push(address);
    for (const path of paths) {
      for (const method of ['GET', 'POST', 'OPTIONS', 'PUT']) {
        const { status, headers } = await other.web.fetch(
          new Request(new URL(path, publicUrl), { method, headers: { cookie: visitor.cookie }, redirect: 'manual' }),
        );
        const where = `${method} ${path} ${status}`;
        expect(headers.get('content-security-policy'), where).toMatch(POLICY);
        expect(headers.get('content-security-policy'), where).toMatch(/frame-ancestors ('none'|\*)/);
        expect(headers.get('x-content-type-options'), where).toBe('nosniff');
        expect(headers.get('referrer-policy'), where).toMatch(/^(no-referrer|strict-origin-when-cross-origin)$/);
        expect(headers.get('strict-transport-security'), where).toBe(hsts);
        expect(headers.get('access-control-allow-credentials'), where).toBe(null);
        expect(headers.get('x-powered-by') ?? headers.get('server'), where).toBe(null);
        if (path.startsWith('/admin') && !path.startsWith('/admin/assets')) {
          expect(headers.get('cache-control'), where).toBe('no-store');
          expect(headers.get('cross-origin-opener-policy'), where).toBe('same-origin');
          expect(headers.get('content-security-policy'), where).toContain("frame-ancestors 'none'");
          expect(headers.get('access-control-allow-origin'), where).toBe(null);
        }
      }
    }
    await other.close();
  });

  test('every reply on a socket too, those included that are given before anything is read', async () => {
    const server = await listen(house.web, { host: '127.0.0.1', port: 0 });
    const whole = async (request: string) => {
      const wire = openWire(server.port);
      wire.write(request);
      return wire.whole;
    };
    const form = 'Content-Type: application/x-www-form-urlencoded\r\nConnection: close\r\nContent-Length: ';
    for (const [request, status] of [
      ['GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 200],
      ['GET /none HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 404],
      ['GET //none HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 404],
      ['GET /admin/login HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n', 421],
      ['GET /admin/login HTTP/1.0\r\n\r\n', 421],
      ['GET /xmlrpc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n', 405],
      [`POST /webmention HTTP/1.1\r\nHost: x\r\n${form}0\r\n\r\n`, 400],
      [`POST /webmention HTTP/1.1\r\nHost: x\r\n${form}99999\r\n\r\n`, 413],
      [`POST /refback HTTP/1.1\r\nHost: x\r\n${form}0\r\n\r\n`, 204],
      [`GET /healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${'a: \r\n'.repeat(200)}\r\n`, 431],
    ] as const) {
      const reply = await whole(request);
      expect(reply, request.slice(0, 60)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
      for (const line of [
        /\r\ncontent-security-policy: default-src 'none'/i,
        /\r\nx-content-type-options: nosniff\r\n/i,
        /\r\nreferrer-policy: no-referrer\r\n/i,
      ])
        expect(reply.match(new RegExp(line, 'gi')), request.slice(0, 60)).toHaveLength(1);
    }
    await server.close();
  });

  test('221: only what is public may be read by pages of other origins', async () => {
    for (const path of [
      '/api/inbox',
      `/api/inbox/${ids['/api/inbox']}`,
      '/api/send',
      '/api/deliveries',
      '/api/deliveries/x',
    ]) {
      for (const method of ['GET', 'OPTIONS']) {
        const headers = { origin: 'https://evil.example', ...bearer(token) };
        const response = await house.web.fetch(new Request(new URL(path, house.publicUrl), { method, headers }));
        expect(response.headers.get('access-control-allow-origin'), `${method} ${path}`).toBe(null);
      }
    }
    const open = await house.web.fetch(
      new Request(`${house.publicUrl}/api/mentions.jf2?target=${POST}`, {
        headers: { origin: 'https://evil.example' },
      }),
    );
    expect(open.headers.get('access-control-allow-origin')).toBe('*');
  });
});

test('no redirect leads away, whatever is in the request', async () => {
  const evil = ['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)'];
  for (const { path } of routes) {
    for (const where of evil) {
      const query = new URLSearchParams(
        ['next', 'url', 'to', 'return', 'redirect', 'show', 'saved', 'done'].map((name) => [name, where]),
      );
      for (const response of [
        await browser.get(`${filled(path, ids)}?${query}`),
        await browser.post(filled(path, ids), new URLSearchParams([...query, ['csrf', csrf]])),
      ]) {
        if (response.headers.get('set-cookie')?.includes('Max-Age=0'))
          await browser.post('/admin/login', { name: 'alice', password: 'a sentence to log in' }).then(async () => {
            csrf = await browser.csrf();
          });
        const location = response.headers.get('location');
        if (location !== null && response.status < 400)
          expect(new URL(location, house.publicUrl).origin, `${path} ${location}`).toBe(house.publicUrl);
      }
    }
  }
});
