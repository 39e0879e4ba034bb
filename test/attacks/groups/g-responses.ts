import { gzipSync } from 'node:zlib';
import { PUBLIC, publicAddress } from '../lib/addresses.ts';
import { type AttackCase, type Expectation, type Group, row } from '../lib/case.ts';
import type { Peer } from '../lib/peers.ts';
import {
  bomb,
  CHUNKED,
  drip,
  flood,
  half,
  hang,
  hints,
  LINK,
  linking,
  OK,
  page,
  prepareBomb,
  raw,
  reply,
  reset,
  stack,
} from '../lib/verbs.ts';

const HERE = `${PUBLIC}:80`;
const NEXT = publicAddress(1);
const MIB = 1024 ** 2;
/** Failures look like each other; what is read is `absent` or `live`. */
const FAILED: Expectation = { link: 'unreachable' };
const ABSENT: Expectation = { link: 'absent' };
const LIVE: Expectation = { link: 'live' };

/** A source that answers so. It is asked once, costs little, and the next source is looked at all the same. */
function answer(title: string, peer: Peer, expect: Expectation = FAILED, prepare?: () => Promise<void>): AttackCase {
  return {
    title,
    dns: { 'source.test': [PUBLIC], 'next.test': [NEXT] },
    dial: { [HERE]: peer, [`${NEXT}:80`]: linking },
    ...(prepare && { prepare }),
    deed: { notify: { source: 'http://source.test/' } },
    expect: {
      reply: { means: 'accepted' },
      rows: 1,
      contacted: [HERE],
      requests: ['GET http://source.test/'],
      withinMs: 17_000,
      rssMb: 32,
      thenVerifies: 'http://next.test/',
      ...expect,
    },
  };
}

const HTML = 'Content-Type: text/html';
const gzipped = (body: Buffer, type = HTML) => reply('200 OK', [type, 'Content-Encoding: gzip'], body);
const status = (line: string) => raw(`HTTP/1.1 ${line}\r\n${HTML}\r\nContent-Length: ${LINK.length}\r\n\r\n${LINK}`);
const typed = (...types: readonly string[]) =>
  reply(
    '200 OK',
    types.map((type) => `Content-Type: ${type}`),
    LINK,
  );

export const group: Group = {
  letter: 'G',
  title: 'hostile answers of a source',
  rows: [
    row('135', 0, 'gzip bomb', [
      answer('10 MiB of 10 kB', bomb('gzip', 10 * MIB), FAILED, prepareBomb('gzip', 10 * MIB)),
      answer('256 MiB', bomb('gzip', 256 * MIB), { ...FAILED, bytesIn: 2 * MIB }, prepareBomb('gzip', 256 * MIB)),
    ]),
    row('136', 0, 'codings that were not asked for', [
      answer('256 MiB of 200 bytes, brotli', bomb('br', 256 * MIB), FAILED, prepareBomb('br', 256 * MIB)),
      answer('zstd', stack('zstd')),
      answer('deflate', stack('deflate')),
      answer('compress', stack('compress')),
      answer('brotli', stack('br')),
      answer('gzip in gzip', stack('gzip', 'gzip')),
      answer('five layers', stack('gzip', 'gzip', 'gzip', 'gzip', 'gzip')),
      answer(
        'gzip as a transfer coding',
        raw(`${OK}Transfer-Encoding: gzip, chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n`),
        ABSENT,
      ),
      answer('gzip is read', stack('gzip'), LIVE),
    ]),
    row('138', 1, 'gzip that is wrong', [
      answer('10,000 members', gzipped(Buffer.concat(Array(10_000).fill(gzipSync(Buffer.from('x'))))), ABSENT),
      answer('a bomb of members', gzipped(Buffer.concat(Array(40).fill(gzipSync(Buffer.alloc(200_000)))))),
      answer('junk behind it', gzipped(Buffer.concat([gzipSync(LINK), Buffer.from('\0\0junk')])), LIVE),
      answer('cut off', gzipped(gzipSync(LINK.repeat(50)).subarray(0, 60))),
      answer('plain text', gzipped(Buffer.from(LINK))),
      answer('a bad checksum', gzipped(Buffer.concat([gzipSync(LINK).subarray(0, -8), Buffer.alloc(8)]))),
    ]),
    row('139', 0, 'a drip', [
      answer('of chunks', drip(CHUNKED, '1\r\nx\r\n', 100)),
      answer('with a length', drip(`${OK}Content-Length: 100000\r\n\r\n`, 'x', 100)),
      answer('until the end of the connection', drip(`${OK}\r\n`, 'x', 100)),
      answer('of gzip', drip(`${OK}Content-Encoding: gzip\r\n\r\n\x1f`, '\0', 100)),
    ]),
    row('140', 0, 'a fast body without end', [
      answer('in chunks', flood(CHUNKED, Buffer.from(`10000\r\n${'x'.repeat(65_536)}\r\n`)), {
        ...ABSENT,
        bytesIn: 1.5 * MIB,
      }),
      answer('without a length', flood(`${OK}\r\n`, Buffer.alloc(65_536, 'x')), { ...ABSENT, bytesIn: 1.5 * MIB }),
      answer('of links', flood(`${OK}\r\n`, Buffer.from('<a href="http://alice.example/other">x</a>'.repeat(1500))), {
        ...ABSENT,
        bytesIn: 1.5 * MIB,
      }),
    ]),
    row('141', 1, 'lengths that lie', [
      answer('10 MiB announced, little sent', drip(`${OK}Content-Length: 10485760\r\n\r\n${LINK}`, 'x', 200)),
      answer('too short', raw(`${OK}Content-Length: 100\r\n\r\nshort`)),
      answer('too long', raw(`${OK}Content-Length: ${LINK.length}\r\n\r\n${LINK}and more`), LIVE),
      answer('negative', raw(`${OK}Content-Length: -1\r\n\r\n${LINK}`)),
      answer('two', raw(`${OK}Content-Length: 1\r\nContent-Length: 2\r\n\r\nxy`)),
      answer('a length and chunks', raw(`${OK}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`)),
      answer('no number', raw(`${OK}Content-Length: 0x10\r\n\r\n${LINK}`)),
      answer('a huge chunk', raw(`${CHUNKED}ffffffffffffffff\r\n${LINK}`, { open: true })),
    ]),
    row('142', 0, 'slow headers', [
      answer('a byte at a time', drip('HTTP/1.1 200 OK\r\nX: ', 'x', 100), { ...FAILED, withinMs: 7000 }),
      answer('a line at a time', drip('HTTP/1.1 200 OK\r\n', 'X: y\r\n', 100), { ...FAILED, withinMs: 7000 }),
    ]),
    row('143', 0, 'interim answers', [
      answer('without end', drip('', 'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n', 5), {
        ...FAILED,
        withinMs: 7000,
      }),
      answer('slowly', drip('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 400), { ...FAILED, withinMs: 7000 }),
      answer('six', hints(6)),
      answer('five are waited for', hints(5), ABSENT),
      answer('100 that nobody asked for', raw(`HTTP/1.1 100 Continue\r\n\r\n${OK}\r\n${LINK}`)),
    ]),
    row('144', 1, 'too many headers', [
      answer('140 kB', raw(`${OK}X: ${'x'.repeat(140_000)}\r\n\r\n`, { open: true })),
      answer('10,000 lines', raw(`${OK}${'X: y\r\n'.repeat(10_000)}\r\n`, { open: true })),
      answer('without end', flood(`${OK}`, Buffer.from('X: y\r\n'.repeat(1000))), { ...FAILED, bytesIn: MIB }),
      answer('one line without end', flood(`${OK}X: `, Buffer.alloc(65_536, 'x')), { ...FAILED, bytesIn: MIB }),
      answer('a status line without end', flood('HTTP/1.1 200 ', Buffer.alloc(65_536, 'x')), {
        ...FAILED,
        bytesIn: MIB,
      }),
    ]),
    row('145', 1, 'peers that are broken', [
      answer('says nothing', hang, { ...FAILED, withinMs: 7000 }),
      answer('closes', ({ socket }) => void socket.end()),
      answer('resets', reset()),
      answer('resets in the body', reset(`${OK}Content-Length: 100\r\n\r\nhalf`)),
      answer('closes its half in the head', half('HTTP/1.1 200 OK\r\nX: y')),
      answer('closes its half behind the body', half(`${OK}\r\n${LINK}`), LIVE),
      answer('HTTP/0.9', raw(LINK, { open: true })),
      answer('HTTP/2', raw('HTTP/2 200\r\n\r\n', { open: true })),
      answer('HTTP/1.1 999', raw('HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n')),
      answer('HTTP/1.1 -1', raw('HTTP/1.1 -1 Odd\r\nContent-Length: 0\r\n\r\n')),
      answer('binary', raw(Buffer.from(Array.from({ length: 4096 }, (_, at) => at % 256)), { open: true })),
      answer('SSH', raw('SSH-2.0-OpenSSH_9.6\r\n', { open: true })),
      answer('Redis', raw('-ERR unknown command\r\n', { open: true })),
      answer('a chunk size that is none', raw(`${CHUNKED}zz\r\nx\r\n`, { open: true })),
      answer('folded headers', raw(`${OK}X: a\r\n b\r\n\r\n${LINK}`), { link: ['unreachable', 'live'] }),
      answer('a blank in a header name', raw(`${OK}X : a\r\n\r\n${LINK}`)),
    ]),
    row('146', 1, 'statuses', [
      ...[
        '204 No Content',
        '206 Partial Content',
        '401 Unauthorized',
        '403 Forbidden',
        '407 Proxy',
        '418 Teapot',
        '451 Legal',
        '500 Oops',
        '503 Busy',
        '226 IM Used',
        '203 Other',
      ].map((line) => answer(line, status(line))),
      answer(
        '101 Switching',
        raw('HTTP/1.1 101 Switching\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n', { open: true }),
      ),
      answer('101 without Upgrade', raw('HTTP/1.1 101 Switching\r\n\r\n', { open: true })),
      ...['404 Not Found', '410 Gone'].map((line) => answer(line, status(line), { link: ['absent', 'lost'] })),
      answer('200', status('200 OK'), LIVE),
    ]),
    row('147', 0, 'media types', [
      ...[
        'image/png',
        'image/svg+xml',
        'video/mp4',
        'application/pdf',
        'application/zip',
        'application/octet-stream',
        'text/css',
        'application/javascript',
        'text/html, image/png',
        'text',
        '',
        'text/htmlx',
        'application/xml',
      ].map((type) => answer(`"${type}"`, typed(type), ABSENT)),
      answer('none', reply('200 OK', [], LINK), ABSENT),
      answer(
        'a picture without end is not read',
        flood('HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n', Buffer.alloc(65_536)),
        { ...ABSENT, bytesIn: 512 * 1024 },
      ),
      answer('two, of which the first is HTML', typed('text/html', 'image/png'), { link: ['absent', 'live'] }),
      answer('two, of which the last is HTML', typed('image/png', 'text/html'), ABSENT),
      ...['text/html', 'TEXT/HTML; charset=utf-8', 'application/xhtml+xml'].map((type) =>
        answer(type, typed(type), LIVE),
      ),
    ]),
    row('149', 1, 'trailers and extra bytes', [
      answer(
        '100 kB of trailers',
        raw(`${CHUNKED}${LINK.length.toString(16)}\r\n${LINK}\r\n0\r\n${'X: y\r\n'.repeat(16_000)}\r\n`),
        { link: ['unreachable', 'live'] },
      ),
      answer(
        'small trailers',
        raw(`${CHUNKED}${LINK.length.toString(16)}\r\n${LINK}\r\n0\r\nX-Pingback: http://127.0.0.1/\r\n\r\n`),
        LIVE,
      ),
      answer(
        'a second answer behind the first',
        raw(`${OK}Content-Length: 1\r\n\r\nx${OK}Content-Length: ${LINK.length}\r\n\r\n${LINK}`, { open: true }),
        ABSENT,
      ),
    ]),
    row('G1', 1, 'HTML of another kind', [
      answer('an empty page', page(''), ABSENT),
      answer('only a BOM', page('\ufeff'), ABSENT),
      answer('a megabyte of NULs', page('\0'.repeat(MIB)), ABSENT),
      answer('a link behind the first megabyte', page(`${' '.repeat(MIB)}${LINK}`), { ...ABSENT, trace: /1 MiB/ }),
    ]),
  ],
};
