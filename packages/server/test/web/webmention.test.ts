import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Listening, listen } from '../../src/web/listen.ts';
import { type House, openHouse, POST } from './house.ts';

let house: House;
let server: Listening;
beforeAll(async () => {
  house = await openHouse();
  await house.store.sites.configure({ ...house.site, id: 'other.example', url: 'https://other.example/' });
  await house.directory.refresh();
  server = await listen(house.web, { host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await server.close();
  await house.close();
});

let sources = 0;
const form = (fields: Record<string, string> = {}) =>
  new URLSearchParams({ source: `https://bob.example/wm/${++sources}`, target: POST, ...fields });

/** The same request over the socket and by `fetch`, with the caps of both. */
const ways: readonly [string, (path: string, init: RequestInit) => Promise<Response>][] = [
  ['over a socket', (path, init) => fetch(server.url + path, { redirect: 'manual', ...init })],
  ['by fetch', (path, init) => house.web.fetch(new Request(`http://127.0.0.1:7777${path}`, init))],
];

describe.each(ways)('a webmention %s', (_, ask) => {
  const post = (path: string, body: URLSearchParams, headers = {}) => ask(path, { method: 'POST', body, headers });

  test.each(['/webmention', '/alice.example/webmention', '/webmention?for=post'])(
    'WM-R06 rocks receiver 1 at %s: 201 and a status that can be asked',
    async (path) => {
      const fields = form();
      const reply = await post(path, fields);
      expect(reply.status).toBe(201);
      const location = reply.headers.get('location') ?? '';
      expect(location).toMatch(/\/status\/[\w-]{22}$/);
      expect(await reply.json()).toMatchObject({
        status: 'queued',
        location,
        source: fields.get('source'),
        target: POST,
      });
      const status = await ask(new URL(location).pathname, { headers: { accept: 'application/json' } });
      expect([status.status, await status.json()]).toMatchObject([200, { status: 'queued' }]);
    },
  );

  test.each([
    ['rocks receiver 2: source', { source: 'qmfpt' }, 'invalid_request'],
    ['rocks receiver 2: target', { target: 'xgqk' }, 'invalid_request'],
    ['WM-R02 itself', { source: POST }, 'invalid_request'],
    ['foreign target', { target: 'https://evil.example/?alice.example' }, 'target_not_supported'],
  ])('WM-R14 400: %s', async (_, fields, error) => {
    const reply = await post('/webmention', form(fields));
    expect([reply.status, await reply.json()]).toMatchObject([400, { error }]);
  });

  test('another site’s endpoint does not take it', async () => {
    expect((await post('/other.example/webmention', form())).status).toBe(400);
  });

  test('a blocked source gets the same reply as any other', async () => {
    const shape = async (source: string) => {
      const reply = await post('/webmention', form({ source }));
      const text = (await reply.text()).replaceAll(/\/status\/[\w-]{22}/g, '/status/ID').replace(source, 'SOURCE');
      return [reply.status, text, [...reply.headers.keys()].sort()];
    };
    expect(await shape('https://blocked.example/')).toEqual(await shape('https://honest.example/'));
  });

  test('a browser is sent on', async () => {
    const reply = await post('/webmention', form(), { accept: 'text/html,*/*' });
    expect([reply.status, reply.headers.get('location')]).toMatchObject([303, expect.stringContaining('/status/')]);
  });

  test('WM-R25 GET is answered 405, a body of another type 415, a long one 413', async () => {
    const get = await ask('/webmention', {});
    expect([get.status, get.headers.get('allow')]).toEqual([405, 'POST']);
    expect((await ask('/webmention', { method: 'POST', body: 'source=x' })).status).toBe(415);
    expect((await post('/webmention', form({ x: 'x'.repeat(20_000) }))).status).toBe(413);
  });
});

test('the pair that came by two protocols is one mention', async () => {
  const fields = form();
  const call = `<methodCall><methodName>pingback.ping</methodName><params><param><value>${fields.get('source')}</value></param><param><value>${POST}</value></param></params></methodCall>`;
  await fetch(`${server.url}/webmention`, { method: 'POST', body: fields });
  await fetch(`${server.url}/xmlrpc`, { method: 'POST', body: call, headers: { 'content-type': 'text/xml' } });
  const mentions = await house.store.mentions.list({ limit: 100 });
  const ours = mentions.filter(({ source }) => source === fields.get('source'));
  expect(ours.map(({ protocols }) => protocols)).toEqual([['webmention', 'pingback']]);
});
