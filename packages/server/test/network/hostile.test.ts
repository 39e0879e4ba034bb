import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { type Act, drip, flood, gzipBomb, hang, raw, reply, reset } from '../../../../test/support/hostile-server.ts';
import { OK, openHostile } from './support/open.ts';

const CHUNKED = `${OK}Transfer-Encoding: chunked\r\n\r\n`;
const gzipped = (body: Buffer) => reply('200 OK', ['Content-Encoding: gzip'], body);
const FAST = { totalMs: 400, headersMs: 150 };

/** Replies that are failures, with the kind they are told as. */
const FAILURES: readonly (readonly [what: string, act: Act, kind: string])[] = [
  ['gzip bomb', gzipBomb(10 * 1024 * 1024), 'invalid'],
  ['brotli, which was not asked for', reply('200 OK', ['Content-Encoding: br'], 'x'), 'invalid'],
  ['zstd', reply('200 OK', ['Content-Encoding: zstd'], 'x'), 'invalid'],
  ['deflate', reply('200 OK', ['Content-Encoding: deflate'], 'x'), 'invalid'],
  ['gzip twice', reply('200 OK', ['Content-Encoding: gzip, gzip'], gzipSync(gzipSync('x'))), 'invalid'],
  [
    'gzip on two lines',
    reply('200 OK', ['Content-Encoding: gzip', 'Content-Encoding: gzip'], gzipSync('x')),
    'invalid',
  ],
  ['plain text called gzip', gzipped(Buffer.from('<p>plain</p>')), 'invalid'],
  ['half a gzip stream', gzipped(gzipSync(Buffer.from('x'.repeat(999))).subarray(0, 20)), 'invalid'],
  [
    'a bomb of many members',
    gzipped(Buffer.concat(Array.from({ length: 40 }, () => gzipSync(Buffer.alloc(200_000))))),
    'invalid',
  ],
  ['drip body', drip(CHUNKED, '1\r\nx\r\n', 10), 'timeout'],
  ['drip with a length', drip(`${OK}Content-Length: 100000\r\n\r\n`, 'x', 10), 'timeout'],
  ['body shorter than its length', raw(`${OK}Content-Length: 100\r\n\r\nshort`), 'reset'],
  ['negative length', raw(`${OK}Content-Length: -1\r\n\r\nx`), 'invalid'],
  ['two lengths', raw(`${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy`), 'invalid'],
  ['length and chunks', raw(`${OK}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`), 'invalid'],
  ['drip head', drip('HTTP/1.1 200 OK\r\nX: ', 'x', 10), 'timeout'],
  ['interim answers without end', drip('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', 5), 'invalid'],
  ['interim answers, slowly', drip('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 60), 'timeout'],
  ['140 kB of headers', raw(`${OK}X: ${'x'.repeat(140_000)}\r\n\r\n`, { open: true }), 'invalid'],
  ['17 kB in many headers', raw(`${OK}${`X: ${'x'.repeat(400)}\r\n`.repeat(42)}\r\n`, { open: true }), 'invalid'],
  [
    '101 header lines',
    raw(`${OK}${'X: y\r\n'.repeat(98)}Content-Length: 0\r\nA: b\r\n\r\n`, { open: true }),
    'invalid',
  ],
  ['a status line without end', flood('HTTP/1.1 200 ', Buffer.alloc(65_536, 'x')), 'invalid'],
  ['says nothing', hang, 'timeout'],
  ['closes at once', ({ socket }) => void socket.end(), 'reset'],
  ['reset before a byte', reset(), 'reset'],
  ['reset in the body', reset(`${OK}Content-Length: 100\r\n\r\nhalf`), 'reset'],
  ['HTTP/0.9', raw('<p>hello</p>', { open: true }), 'invalid'],
  ['binary', raw(Buffer.from([0x16, 3, 1, 0, 5, 1, 0, 0, 1, 1]), { open: true }), 'invalid'],
  ['chunk size that is none', raw(`${CHUNKED}zz\r\nx\r\n`, { open: true }), 'invalid'],
  [
    'switching protocols',
    raw('HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n', { open: true }),
    'invalid',
  ],
  ['101 without Upgrade', raw('HTTP/1.1 101 Switching\r\n\r\n', { open: true }), 'invalid'],
];

test.each(FAILURES)('SEC-06 PB-S10 WM-R23 %s', async (_what, act, kind) => {
  const { net, server, ask } = await openHostile(act, FAST);
  const began = performance.now();
  const outcome = await ask();
  expect(outcome).toMatchObject({ ok: false, kind, reason: expect.stringContaining('a.test') });
  // The status is there when its line was.
  const { status: _, ...rest } = { status: undefined, ...outcome };
  expect(new Set([...Object.keys(rest), 'sent'])).toEqual(new Set(['kind', 'ok', 'reason', 'sent']));
  expect(performance.now() - began).toBeLessThan(1500);
  expect(server.heard).toHaveLength(1);
  await expect.poll(() => net.of('close')).toHaveLength(1);
});

describe('replies that are answers all the same', () => {
  test.each([
    ['two gzip members', gzipped(Buffer.concat([gzipSync('he'), gzipSync('llo')])), 'hello'],
    ['junk after the gzip stream', gzipped(Buffer.concat([gzipSync('hello'), Buffer.from('\0\0junk')])), 'hello'],
    ['x-gzip', reply('200 OK', ['Content-Encoding: X-GZIP'], gzipSync('hello')), 'hello'],
    ['identity', reply('200 OK', ['Content-Encoding: identity'], 'hello'), 'hello'],
    ['gzip without a byte', gzipped(Buffer.alloc(0)), ''],
    [
      'five interim answers',
      raw(`${'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(5)}${OK}Content-Length: 5\r\n\r\nhello`),
      'hello',
    ],
    ['half-close at the end of the body', raw(`${OK}\r\nhello`), 'hello'],
    ['trailers', raw(`${CHUNKED}5\r\nhello\r\n0\r\nX: y\r\n\r\n`), 'hello'],
    [
      'a second answer behind the first',
      raw(`${OK}Content-Length: 5\r\n\r\nhello${OK}Content-Length: 4\r\n\r\nevil`, { open: true }),
      'hello',
    ],
  ])('%s', async (_what, act, body) => {
    const { ask } = await openHostile(act, FAST);
    const outcome = await ask();
    expect(outcome).toMatchObject({ ok: true, status: 200, truncated: false });
    expect(outcome.ok && Buffer.from(outcome.body).toString()).toBe(body);
  });

  test.each([204, 206, 401, 404, 407, 410, 418, 451, 500, 503, 999])('status %i', async (status) => {
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
