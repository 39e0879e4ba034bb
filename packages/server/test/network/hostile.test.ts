import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Act, drip, gzipBomb, hang, raw, reply, reset } from '../../../../test/support/hostile-server.ts';
import { OK, openHostile } from './support/open.ts';

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

test.each(FAILURES)('SEC-06 PB-S10 %s %s', async (_id, _what, act, kind) => {
  const { net, server, ask } = await openHostile(act, FAST);
  const began = performance.now();
  const outcome = await ask();
  expect(outcome).toMatchObject({ ok: false, kind, reason: expect.stringContaining('a.test') });
  expect(Object.keys(outcome).sort()).toEqual(['kind', 'ok', 'reason']);
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
    const { ask } = await openHostile(act, FAST);
    const outcome = await ask();
    expect(outcome).toMatchObject({ ok: true, status: 200, truncated: false });
    expect(outcome.ok && Buffer.from(outcome.body).toString()).toBe(body);
  });

  test.each([204, 206, 401, 404, 407, 410, 418, 451, 500, 503, 999])('146 status %i', async (status) => {
    const { ask } = await openHostile(raw(`HTTP/1.1 ${status} Said\r\nContent-Length: 0\r\n\r\n`));
    expect(await ask()).toMatchObject({ ok: true, status });
  });

  test('header lines keep their number, order and bytes', async () => {
    const { ask } = await openHostile(
      reply('200 OK', ['X-Pingback: /1', 'x-PINGBACK: /2', 'Link: <a>', 'X-Pingback: \xe4']),
    );
    const outcome = await ask();
    expect(outcome.ok && outcome.headers.slice(0, 4)).toEqual([
      ['x-pingback', '/1'],
      ['x-pingback', '/2'],
      ['link', '<a>'],
      ['x-pingback', 'Ã¤'],
    ]);
  });
});
