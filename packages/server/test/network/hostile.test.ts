import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import {
  type Act,
  drip,
  flood,
  gzipBomb,
  type HostileServer,
  hang,
  page,
  raw,
  reply,
  reset,
  startHostileServer,
} from '../../../../test/support/hostile-server.ts';
import type { NetworkLimits } from '../../src/network/limits.ts';
import { dialMap, fakeDns, get, PUBLIC, type TestNet, testNet } from './support/net.ts';

let server: HostileServer | undefined;
let net: TestNet | undefined;
afterEach(async () => {
  await net?.close();
  await server?.close();
});

async function open(act: Act | Record<string, Act>, limits: Partial<NetworkLimits> = {}) {
  server = await startHostileServer(act);
  net = testNet({
    resolver: fakeDns({ 'a.test': [PUBLIC] }),
    dialer: dialMap({ [`${PUBLIC}:80`]: server.port }),
    limits,
  });
  return { server, net, ask: () => net?.http.request(get('http://a.test/')) };
}

const OK = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`;
const gzipped = (body: Buffer) => reply('200 OK', ['Content-Encoding: gzip'], body);
const FAST = { totalMs: 400, headersMs: 150 };

/** Replies that are failures, with the kind they are told as. */
const FAILURES: readonly (readonly [id: string, what: string, act: Act, kind: string])[] = [
  ['135', 'gzip bomb', gzipBomb(10 * 1024 * 1024), 'invalid'],
  ['136', 'brotli, which was not asked for', reply('200 OK', ['Content-Encoding: br'], 'x'), 'invalid'],
  ['136', 'zstd', reply('200 OK', ['Content-Encoding: zstd'], 'x'), 'invalid'],
  ['136', 'deflate', reply('200 OK', ['Content-Encoding: deflate'], 'x'), 'invalid'],
  ['136', 'gzip twice', reply('200 OK', ['Content-Encoding: gzip, gzip'], gzipSync(gzipSync('x'))), 'invalid'],
  [
    '136',
    'gzip on two lines',
    reply('200 OK', ['Content-Encoding: gzip', 'Content-Encoding: gzip'], gzipSync('x')),
    'invalid',
  ],
  ['138', 'plain text called gzip', gzipped(Buffer.from('<p>plain</p>')), 'invalid'],
  ['138', 'half a gzip stream', gzipped(gzipSync(Buffer.from('x'.repeat(999))).subarray(0, 20)), 'invalid'],
  [
    '138',
    'a bomb of many members',
    gzipped(Buffer.concat(Array.from({ length: 40 }, () => gzipSync(Buffer.alloc(200_000))))),
    'invalid',
  ],
  ['139', 'drip body', drip(CHUNKED, '1\r\nx\r\n', 10), 'timeout'],
  ['139', 'drip with a length', drip(`${OK}Content-Length: 100000\r\n\r\n`, 'x', 10), 'timeout'],
  ['141', 'body shorter than its length', raw(`${OK}Content-Length: 100\r\n\r\nshort`), 'reset'],
  ['141', 'negative length', raw(`${OK}Content-Length: -1\r\n\r\nx`), 'invalid'],
  ['141', 'two lengths', raw(`${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy`), 'invalid'],
  ['141', 'length and chunks', raw(`${OK}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`), 'invalid'],
  ['142', 'drip head', drip('HTTP/1.1 200 OK\r\nX: ', 'x', 10), 'timeout'],
  ['143', 'interim answers without end', drip('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', 5), 'invalid'],
  ['143', 'interim answers, slowly', drip('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 60), 'timeout'],
  ['144', '140 kB of headers', raw(`${OK}X: ${'x'.repeat(140_000)}\r\n\r\n`, { open: true }), 'invalid'],
  [
    '144',
    '17 kB in many headers',
    raw(`${OK}${`X: ${'x'.repeat(400)}\r\n`.repeat(42)}\r\n`, { open: true }),
    'invalid',
  ],
  [
    '144',
    '101 header lines',
    raw(`${OK}${'X: y\r\n'.repeat(98)}Content-Length: 0\r\nA: b\r\n\r\n`, { open: true }),
    'invalid',
  ],
  ['145', 'says nothing', hang, 'timeout'],
  ['145', 'closes at once', ({ socket }) => void socket.end(), 'reset'],
  ['145', 'reset before a byte', reset(), 'reset'],
  ['145', 'reset in the body', reset(`${OK}Content-Length: 100\r\n\r\nhalf`), 'reset'],
  ['145', 'HTTP/0.9', raw('<p>hello</p>', { open: true }), 'invalid'],
  ['145', 'binary', raw(Buffer.from([0x16, 3, 1, 0, 5, 1, 0, 0, 1, 1]), { open: true }), 'invalid'],
  ['145', 'chunk size that is none', raw(`${CHUNKED}zz\r\nx\r\n`, { open: true }), 'invalid'],
  [
    '146',
    'switching protocols',
    raw('HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n', { open: true }),
    'invalid',
  ],
  ['146', '101 without Upgrade', raw('HTTP/1.1 101 Switching\r\n\r\n', { open: true }), 'invalid'],
];

test.each(FAILURES)('%s %s', async (_id, _what, act, kind) => {
  const { net, server, ask } = await open(act, FAST);
  const began = performance.now();
  const outcome = await ask();
  expect(outcome).toMatchObject({ ok: false, kind, reason: expect.stringContaining('a.test') });
  expect(Object.keys(outcome ?? {}).sort()).toEqual(['kind', 'ok', 'reason']);
  expect(performance.now() - began).toBeLessThan(1500);
  expect(server.heard).toHaveLength(1);
  await expect.poll(() => net.of('close')).toHaveLength(1);
});

describe('replies that are answers all the same', () => {
  test.each([
    ['138', 'two gzip members', gzipped(Buffer.concat([gzipSync('he'), gzipSync('llo')])), 'hello'],
    [
      '138',
      'junk after the gzip stream',
      gzipped(Buffer.concat([gzipSync('hello'), Buffer.from('\0\0junk')])),
      'hello',
    ],
    ['136', 'x-gzip', reply('200 OK', ['Content-Encoding: X-GZIP'], gzipSync('hello')), 'hello'],
    ['136', 'identity', reply('200 OK', ['Content-Encoding: identity'], 'hello'), 'hello'],
    ['138', 'gzip without a byte', gzipped(Buffer.alloc(0)), ''],
    [
      '143',
      'five interim answers',
      raw(`${'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(5)}${OK}Content-Length: 5\r\n\r\nhello`),
      'hello',
    ],
    ['145', 'half-close at the end of the body', raw(`${OK}\r\nhello`), 'hello'],
    ['149', 'trailers', raw(`${CHUNKED}5\r\nhello\r\n0\r\nX: y\r\n\r\n`), 'hello'],
    [
      '149',
      'a second answer behind the first',
      raw(`${OK}Content-Length: 5\r\n\r\nhello${OK}Content-Length: 4\r\n\r\nevil`, { open: true }),
      'hello',
    ],
  ])('%s %s', async (_id, _what, act, body) => {
    const { ask } = await open(act, FAST);
    const outcome = await ask();
    expect(outcome).toMatchObject({ ok: true, status: 200, truncated: false });
    expect(outcome?.ok && Buffer.from(outcome.body).toString()).toBe(body);
  });

  test.each([204, 206, 401, 404, 407, 410, 418, 451, 500, 503, 999])('146 status %i', async (status) => {
    const { ask } = await open(raw(`HTTP/1.1 ${status} Said\r\nContent-Length: 0\r\n\r\n`));
    expect(await ask()).toMatchObject({ ok: true, status });
  });

  test('header lines keep their number, order and bytes', async () => {
    const { ask } = await open(reply('200 OK', ['X-Pingback: /1', 'x-PINGBACK: /2', 'Link: <a>', 'X-Pingback: \xe4']));
    const outcome = await ask();
    expect(outcome?.ok && outcome.headers.slice(0, 4)).toEqual([
      ['x-pingback', '/1'],
      ['x-pingback', '/2'],
      ['link', '<a>'],
      ['x-pingback', 'Ã¤'],
    ]);
  });
});

describe('sizes', () => {
  test('115, 140 an endless body is cut at the cap, and little more is read', async () => {
    const { net, ask } = await open(flood(`${OK}\r\n`, Buffer.alloc(64 * 1024, 'x')));
    const outcome = await ask();
    expect(outcome?.ok && [outcome.body.length, outcome.truncated]).toEqual([1024 * 1024, true]);
    await expect.poll(() => net.of('close')).toHaveLength(1);
    expect(net.of('close')[0]?.bytesIn).toBeLessThan(1024 * 1024 + 512 * 1024);
  });

  test.each([
    ['exactly the cap', 1000, false],
    ['one byte more', 1001, true],
  ])('a plain body of %s', async (_what, size, truncated) => {
    const { net } = await open(page('x'.repeat(size)));
    const outcome = await net.http.request({ ...get('http://a.test/'), maxBytes: 1000 });
    expect(outcome.ok && [outcome.body.length, outcome.truncated]).toEqual([1000, truncated]);
  });

  test('a packed body over the cap once unpacked', async () => {
    const text = Buffer.from(Array.from({ length: 40_000 }, (_, i) => `${i} `).join(''));
    const { net } = await open(gzipped(gzipSync(text)));
    const outcome = await net.http.request({ ...get('http://a.test/'), maxBytes: 100_000 });
    expect(outcome.ok && [Buffer.from(outcome.body).equals(text.subarray(0, 100_000)), outcome.truncated]).toEqual([
      true,
      true,
    ]);
  });

  test('a packed body over the cap on the wire gives what came before the cut', async () => {
    const noise = Buffer.from(Array.from({ length: 60_000 }, () => Math.floor(Math.random() * 256)));
    const packed = gzipSync(noise, { level: 1 });
    const { net } = await open(gzipped(packed));
    const outcome = await net.http.request({ ...get('http://a.test/'), maxBytes: 50_000 });
    expect(gunzipSync(packed).equals(noise)).toBe(true);
    expect(outcome.ok && outcome.truncated).toBe(true);
    expect(outcome.ok && outcome.body.length).toBeGreaterThan(40_000);
  });

  test('147 the body of a picture is not read, its headers are', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nX-Pingback: /rpc\r\n\r\n';
    const { net, ask } = await open(flood(head, Buffer.alloc(64 * 1024)));
    const outcome = await ask();
    expect(outcome).toMatchObject({ ok: true, truncated: true });
    expect(outcome?.ok && [outcome.body.length, outcome.headers[1]]).toEqual([0, ['x-pingback', '/rpc']]);
    await expect.poll(() => net.of('close')).toHaveLength(1);
  });

  test('135 a bomb costs neither time nor memory', async () => {
    const { ask } = await open(gzipBomb(256 * 1024 * 1024));
    const before = process.memoryUsage.rss();
    const delays: number[] = [];
    let last = performance.now();
    const beat = setInterval(() => {
      delays.push(performance.now() - last);
      last = performance.now();
    }, 5);
    expect(await ask()).toMatchObject({ ok: false, kind: 'invalid' });
    clearInterval(beat);
    expect(Math.max(0, ...delays)).toBeLessThan(100);
    expect(process.memoryUsage.rss() - before).toBeLessThan(32 * 1024 * 1024);
  });
});

describe('connections', () => {
  test('the next request to the same origin uses the same one', async () => {
    const { net, server, ask } = await open(page('hello'));
    await ask();
    await ask();
    expect(server.connections()).toBe(1);
    expect(net.of('dns')).toHaveLength(1);
  });

  test('one that the peer closes is not used again', async () => {
    const { server, ask } = await open(raw(`${OK}Connection: close\r\nContent-Length: 2\r\n\r\nhi`));
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask()).toMatchObject({ ok: true });
    expect(server.connections()).toBe(2);
  });

  test('a kept one that dies under a GET is replaced once, under a POST it is a failure', async () => {
    let requests = 0;
    const dieOnSecond: Act = (heard) => (++requests % 3 === 2 ? heard.socket.destroy() : page('hello')(heard));
    const { net, server, ask } = await open(dieOnSecond);
    expect(await ask()).toMatchObject({ ok: true });
    expect(await ask()).toMatchObject({ ok: true });
    expect(server.heard).toHaveLength(3);
    await ask();
    const post = { method: 'POST', url: 'http://a.test/', redirects: 'endpoint', body: Buffer.from('x') } as const;
    expect(await net.http.request(post)).toMatchObject({ ok: false, kind: 'reset' });
    expect(server.heard).toHaveLength(5);
  });

  test('closing ends what is under way', async () => {
    const { net, server, ask } = await open(hang);
    const outcome = ask();
    await expect.poll(() => server.heard).toHaveLength(1);
    await net.close();
    expect(await outcome).toMatchObject({ ok: false });
    await expect.poll(() => net.of('close')).toHaveLength(1);
  });

  test('the total deadline covers all hops', async () => {
    const slow: Act = (heard) => void setTimeout(() => reply('302 Moved', ['Location: /'])(heard), 100);
    const { server, ask } = await open(slow, { totalMs: 250 });
    expect(await ask()).toMatchObject({ ok: false, kind: 'timeout' });
    expect(server.heard.length).toBeLessThan(4);
  });
});
