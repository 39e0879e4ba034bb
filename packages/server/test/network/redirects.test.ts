import type { HttpRequest } from '@hearback/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type Act,
  type HostileServer,
  page,
  raw,
  redirect,
  reply,
  startHostileServer,
} from '../../../../test/support/hostile-server.ts';
import { dialMap, fakeDns, get, PUBLIC, type TestNet, testNet } from './support/net.ts';

let server: HostileServer | undefined;
let net: TestNet | undefined;
afterEach(async () => {
  await net?.close();
  await server?.close();
});

const NAMES = {
  'a.test': [PUBLIC],
  'b.test': ['93.184.216.35'],
  'in.test': ['10.0.0.1'],
  'own.test': ['93.184.216.36'],
};

async function open(acts: Act | Record<string, Act>, isOwnHost?: (name: string, port: number) => boolean) {
  server = await startHostileServer(acts);
  const { port } = server;
  const dialer = dialMap({
    [`${PUBLIC}:80`]: port,
    '93.184.216.35:80': port,
    '93.184.216.36:80': port,
    [`${PUBLIC}:443`]: port,
  });
  net = testNet({ resolver: fakeDns(NAMES), dialer, ...(isOwnHost ? { isOwnHost } : {}) });
  return { server, net };
}

describe('the status of an answer that is no result', () => {
  const post: HttpRequest = { method: 'POST', url: 'http://a.test/', redirects: 'endpoint', body: new Uint8Array([1]) };
  test.each([
    ['303 to an endpoint', post, redirect('/x', 303), { kind: 'redirects', status: 303 }],
    ['to another host', post, redirect('http://b.test/', 307), { kind: 'redirects', status: 307 }],
    ['to no address', post, redirect('http://[', 302), { kind: 'invalid', status: 302 }],
    ['to an address that is not followed', post, redirect('ftp://a.test/', 301), { kind: 'refused', status: 301 }],
    ['in a circle', get('http://a.test/'), redirect('/', 308), { kind: 'redirects', status: 308 }],
    [
      'that breaks off',
      get('http://a.test/'),
      raw('HTTP/1.1 201 Created\r\ncontent-length: 9\r\n\r\nx'),
      { status: 201 },
    ],
    [
      'in a coding that nobody asked for',
      get('http://a.test/'),
      raw('HTTP/1.1 202 Accepted\r\ncontent-encoding: br\r\ncontent-length: 1\r\n\r\nx'),
      { kind: 'invalid', status: 202 },
    ],
  ] as const)('%s', async (_what, request, act, outcome) => {
    const { net } = await open(act);
    expect(await net.http.request(request)).toMatchObject({ ok: false, ...outcome });
  });
});

describe('page redirects that are followed', () => {
  test.each([301, 302, 303, 307, 308])('%i', async (status) => {
    const { net, server } = await open({ '/': redirect('/x?y#z', status), '/x?y': page('there') });
    const outcome = await net.http.request(get('http://a.test/#top'));
    expect(outcome).toMatchObject({
      ok: true,
      status: 200,
      finalUrl: 'http://a.test/x?y',
      chain: ['http://a.test/', 'http://a.test/x?y'],
    });
    expect(server.connections()).toBe(1);
  });

  test('five hops, on two hosts, each judged', async () => {
    const { net } = await open({
      '/': redirect('//b.test/1'),
      '/1': redirect('//a.test/2'),
      '/2': redirect('/3'),
      '/3': redirect('4'),
      '/4': redirect('5'),
      '/5': page('ok'),
    });
    const outcome = await net.http.request(get('http://a.test/'));
    expect(outcome).toMatchObject({ ok: true, finalUrl: 'http://a.test/5' });
    expect(net.of('request').map(({ address }) => address)).toEqual([
      PUBLIC,
      '93.184.216.35',
      PUBLIC,
      PUBLIC,
      PUBLIC,
      PUBLIC,
    ]);
  });
});

describe('chains that end', () => {
  test.each([
    ['a page that leads to itself', { '*': redirect('/') }],
    ['two pages that lead to each other', { '/': redirect('//b.test/1'), '/1': redirect('//a.test/') }],
    [
      'a chain without end',
      Object.fromEntries(['/', '/1', '/2', '/3', '/4', '/5', '/6'].map((path, i) => [path, redirect(`/${i + 1}`)])),
    ],
  ] as const)('SEC-06 WM-R10 UN-16 %s ends after six requests', async (_what, acts) => {
    const { net, server } = await open(acts);
    expect(await net.http.request(get('http://a.test/'))).toMatchObject({ ok: false, kind: 'redirects' });
    expect(server.heard).toHaveLength(6);
  });
});

/** Locations on http://a.test/ that end the chain; only the first request is ever sent. */
const STOPPED: readonly (readonly [why: string, location: string, kind: string])[] = [
  ...[301, 302, 303, 307, 308].map(() => ['loopback', 'http://127.0.0.1:9/', 'refused'] as const),
  ['loopback', 'http://[::1]/', 'refused'],
  ['loopback as a number', 'http://2130706433/', 'refused'],
  ['a name inside', 'http://in.test/', 'refused'],
  ...['file:///etc/passwd', 'ftp://a.test/', 'javascript:alert(1)', 'data:text/html,x', 'gopher://a.test/'].map(
    (to) => ['no web address', to, 'refused'] as const,
  ),
  ...['//127.0.0.1/', '\\\\127.0.0.1\\', '/\t/127.0.0.1', 'http://a.test@127.0.0.1/'].map(
    (to) => ['read as another host', to, 'refused'] as const,
  ),
  ['port', 'http://a.test:22/', 'refused'],
  ['socket', 'http://unix:/var/run/docker.sock:/x', 'refused'],
  ['no ASCII', 'http://a.test/\xe4', 'invalid'],
  ['too long', `/${'x'.repeat(3000)}`, 'refused'],
  ['no host', 'http://', 'invalid'],
];

test.each(STOPPED)('SEC-09 %s: Location: %s', async (_why, location, kind) => {
  const head = Buffer.from(`HTTP/1.1 302 Moved\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`, 'latin1');
  const { net, server } = await open(raw(head, { open: true }));
  expect(await net.http.request(get('http://a.test/'))).toMatchObject({ ok: false, kind });
  expect(server.heard).toHaveLength(1);
  expect(net.of('connect')).toHaveLength(1);
});

test('two Location lines', async () => {
  const { net } = await open({ '/': reply('302 Moved', ['Location: /1', 'Location: /2']) });
  expect(await net.http.request(get('http://a.test/'))).toMatchObject({ ok: false, kind: 'invalid' });
});

test.each([
  ['300 Choices', ['Location: /x']],
  ['304 Not Modified', ['Location: /x']],
  ['305 Use Proxy', ['Location: http://127.0.0.1/']],
  ['306 Old', ['Location: /x']],
  ['302 Moved', []],
  ['201 Created', ['Location: /x']],
  ['200 OK', ['Refresh: 0;url=/x']],
])('%s %j is an answer and no redirect', async (status, headers) => {
  const { net, server } = await open(reply(status, headers));
  expect(await net.http.request(get('http://a.test/'))).toMatchObject({ ok: true, status: Number(status.slice(0, 3)) });
  expect(server.heard).toHaveLength(1);
});

test('SEC-10 no hop carries anything but the fixed headers', async () => {
  const { net, server } = await open({
    '/': reply('302 Moved', ['Location: //b.test/x', 'Set-Cookie: a=b']),
    '/x': page('ok'),
  });
  const headers = {
    Cookie: 'a=b',
    authorization: 'secret',
    Referer: 'http://a.test/',
    'X-Forwarded-For': '10.0.0.1',
    Accept: 'text/html',
    HOST: 'x',
  };
  await net.http.request({ ...get('http://a.test/'), headers });
  const sent = (host: string, path: string) => [
    `GET ${path} HTTP/1.1`,
    `host: ${host}`,
    'connection: keep-alive',
    'user-agent: Hearback/0 (+https://hearback.test/; verifying linkbacks)',
    'accept: text/html',
    'accept-encoding: gzip',
  ];
  expect(server.heard.map(({ lines }) => lines)).toEqual([sent('a.test', '/'), sent('b.test', '/x')]);
});

describe('our own site', () => {
  const isOwnHost = (name: string, port: number) => name === 'own.test' && port === 80;
  test('a stranger cannot send us there', async () => {
    const { net, server } = await open({ '/': redirect('http://own.test/admin'), '/admin': page('x') }, isOwnHost);
    expect(await net.http.request(get('http://a.test/'))).toMatchObject({ ok: false, kind: 'refused' });
    expect(server.heard).toHaveLength(1);
  });
  test('it may redirect within itself', async () => {
    const { net } = await open({ '/': redirect('/home'), '/home': page('x') }, isOwnHost);
    expect(await net.http.request(get('http://own.test/'))).toMatchObject({ ok: true });
  });
});

describe('endpoint redirects', () => {
  const post: HttpRequest = {
    method: 'POST',
    url: 'http://a.test/',
    redirects: 'endpoint',
    headers: { 'content-type': 'text/xml' },
    body: Buffer.from('<methodCall/>'),
  };
  test.each([301, 302, 307, 308])('%i on the same host gets the same POST again', async (status) => {
    const { net, server } = await open({ '/': redirect('/rpc', status), '/rpc': page('ok') });
    expect(await net.http.request(post)).toMatchObject({ ok: true, finalUrl: 'http://a.test/rpc' });
    expect(server.heard.map(({ lines, body }) => [lines[0], body.toString()])).toEqual([
      ['POST / HTTP/1.1', '<methodCall/>'],
      ['POST /rpc HTTP/1.1', '<methodCall/>'],
    ]);
    expect(server.heard[0]?.lines.slice(-2)).toEqual(['content-type: text/xml', 'content-length: 13']);
  });
  test.each([
    ['to a page to look at', 'http://a.test/x', 303, 'redirects'],
    ['to another host', 'http://b.test/x', 307, 'redirects'],
    ['to loopback', 'http://127.0.0.1/', 307, 'redirects'],
    ['to a name inside', 'http://in.test/', 301, 'redirects'],
  ])('%s, %s (%i), is a failure', async (_where, to, status, kind) => {
    const { net, server } = await open({ '*': redirect(to, status) });
    expect(await net.http.request(post)).toMatchObject({ ok: false, kind });
    expect(server.heard).toHaveLength(1);
  });
  test('PB-C15 three times and no more', async () => {
    const { net, server } = await open({ '*': redirect('/again', 307) });
    expect(await net.http.request(post)).toMatchObject({ ok: false, kind: 'redirects' });
    expect(server.heard).toHaveLength(4);
  });
  test('a POST is never carried to another host, even as a page', async () => {
    const { net, server } = await open({ '*': redirect('http://b.test/x', 307) });
    expect(await net.http.request({ ...post, redirects: 'page' })).toMatchObject({ ok: false, kind: 'redirects' });
    expect(server.heard).toHaveLength(1);
  });
});

test.each([
  ['a host that is not asked', 'http://in.test/'],
  ['a name that nobody has', 'http://none.test/'],
  ['an answer that breaks off', 'http://a.test/'],
  ['an address that cannot be used', 'http://u:p@a.test/'],
  ['a redirect that is not followed', 'http://a.test/out'],
])('the reason is one sentence, with one full stop: %s', async (_what, url) => {
  const { net } = await open({
    '/': raw('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nx'),
    '/out': redirect('ftp://a.test/'),
  });
  const outcome = await net.http.request(get(url));
  expect(outcome).toMatchObject({ ok: false, reason: expect.stringMatching(/[^.][.]$/) });
});
