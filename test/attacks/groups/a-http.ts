import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { type AttackCase, type Drill, different, type Group, row } from '../lib/case.ts';
import { bytesOf, type Call, notification, pingBody, TARGET, xmlCall } from '../lib/requests.ts';
import { openWire } from '../lib/wire.ts';

const PING = pingBody('http://source.test/');
const head = (lines: readonly string[]) =>
  ['POST /xmlrpc HTTP/1.1', 'Host: x', 'Content-Type: text/xml', ...lines, '', ''].join('\r\n');

function refused(title: string, call: Call, status: number, holds: readonly (string | RegExp)[] = []): AttackCase {
  return { title, deed: { call }, expect: { reply: { status, holds }, asked: [] } };
}

/** Writes a piece every so often until the server has had enough. */
async function drip({ rig }: Drill, first: string, piece: string, everyMs: number) {
  const wire = openWire(rig.port, { untilClosed: true, patience: 30_000 });
  wire.write(first);
  const timer = setInterval(() => wire.write(piece), everyMs);
  const reply = await wire.reply;
  clearInterval(timer);
  return reply;
}

/** The body of a server that decodes what it is asked to read. */
const CHUNK = `1000\r\n${'x'.repeat(4096)}\r\n`;

/** Ten megabytes of zeros. */
const PACKED = gzipSync(Buffer.alloc(10 * 1024 ** 2));

export const group: Group = {
  letter: 'A',
  title: 'XML-RPC endpoint',
  rows: [
    row('16', 0, 'one byte too many', [
      {
        title: 'by its own word, unread',
        deed: { bytes: head(['Content-Length: 16385']) },
        expect: { reply: { status: 413, closes: true }, rssMb: 8 },
      },
      refused('sent', xmlCall(PING.padEnd(16_385)), 413),
      {
        title: 'exactly the cap is read',
        alone: true,
        deed: { call: xmlCall(PING.padEnd(16_384)) },
        expect: { reply: { means: 'accepted' }, rows: 1 },
      },
      ...['webmention', 'trackback?target=x'].map((path) =>
        refused(
          path,
          {
            path: `/${path}`,
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: 'x'.repeat(16_385),
          },
          413,
        ),
      ),
    ]),
    row('17', 0, 'a body without end', [
      {
        title: 'fast',
        deed: { bytes: head(['Transfer-Encoding: chunked']) + CHUNK.repeat(50) },
        expect: { reply: { status: 413, closes: true }, rssMb: 8, withinMs: 3000 },
      },
      {
        title: 'as fast as the socket takes it',
        deed: {
          drill: async ({ rig }) => {
            const wire = openWire(rig.port, { untilClosed: true });
            const pour = () => {
              while (!wire.socket.destroyed && wire.socket.write(CHUNK.repeat(16)));
            };
            wire.socket.on('drain', pour);
            wire.write(head(['Transfer-Encoding: chunked']));
            pour();
            const { status, closed, ms } = await wire.reply;
            // The reply may be lost when the kernel resets what is still arriving; the socket may not stay.
            assert.ok(status === 413 || status === 0, `status ${status}`);
            assert.ok(closed && ms < 3000, `closed ${closed} after ${ms} ms`);
          },
        },
        expect: { rssMb: 24 },
      },
      {
        title: 'a byte every 100 ms',
        full: true,
        deed: {
          drill: async (drill) => {
            const { status, closed, ms } = await drip(drill, head(['Transfer-Encoding: chunked']), '1\r\nx\r\n', 100);
            assert.deepEqual([status, closed], [408, true]);
            assert.ok(ms < 11_500, `${ms} ms`);
            drill.figure(`408 after ${(ms / 1000).toFixed(1)} s`);
          },
        },
      },
    ]),
    row('18', 0, 'a compressed request', [
      ...['gzip', 'br', 'deflate', 'zstd', 'gzip, gzip'].map((coding) =>
        refused(coding, xmlCall(PACKED.subarray(0, 12_000), { 'content-encoding': coding }), 415),
      ),
      {
        title: 'never inflated',
        deed: { call: xmlCall(PACKED, { 'content-encoding': 'gzip' }) },
        expect: { reply: { status: 415 }, rssMb: 4 },
      },
      refused('as a transfer coding', xmlCall(PING, { 'content-encoding': 'x-gzip' }), 415),
    ]),
    row('19', 0, 'slow headers', [
      {
        title: 'a byte every 200 ms',
        full: true,
        deed: {
          drill: async (drill) => {
            const { status, closed, ms } = await drip(drill, 'POST /xmlrpc HTTP/1.1\r\nHost: x\r\nX-Slow: ', 'x', 200);
            assert.deepEqual([status, closed], [408, true]);
            assert.ok(ms < 10_000, `${ms} ms`);
            drill.figure(`408 after ${(ms / 1000).toFixed(1)} s`);
          },
        },
      },
    ]),
    row('20', 1, 'hoarding connections', [
      {
        title: 'twenty of sixty stay open, and another client is served meanwhile',
        alone: true,
        deed: {
          drill: async ({ rig }) => {
            const open = () => connect({ port: rig.port, host: '127.0.0.1', localAddress: '127.0.0.99' });
            const sockets = Array.from({ length: 60 }, open);
            const fates = sockets.map(
              (socket) =>
                new Promise<boolean>((resolve) => {
                  socket.on('error', () => {}).once('close', () => resolve(false));
                  setTimeout(() => resolve(true), 2000);
                }),
            );
            const began = performance.now();
            const { status } = await rig.send(bytesOf(notification('pingback', 'http://source.test/')));
            assert.equal(status, 200);
            assert.ok(performance.now() - began < 1000);
            const left = (await Promise.all(fates)).filter(Boolean).length;
            for (const socket of sockets) socket.destroy();
            assert.equal(left, 20);
          },
        },
      },
    ]),
    row('21', 1, 'header bomb', [
      {
        title: '20 KiB',
        deed: { bytes: head([`X-Big: ${'x'.repeat(20_480)}`]) },
        expect: { reply: { status: 431, closes: true } },
      },
      {
        title: '3,000 lines',
        deed: { bytes: head(Array.from({ length: 3000 }, () => 'a: ')) },
        expect: { reply: { status: 431, closes: true } },
      },
    ]),
    row('33', 1, 'another verb', [
      ...['GET', 'HEAD', 'PUT', 'DELETE', 'TRACE', 'PATCH', 'PROPFIND'].map(
        (method): AttackCase => ({
          title: method,
          deed: {
            call: {
              method,
              path: '/xmlrpc',
              headers: { 'x-http-method-override': 'POST', 'content-type': 'text/xml' },
              body: method === 'GET' || method === 'HEAD' || method === 'TRACE' ? '' : PING,
            },
          },
          expect: {
            reply: { status: 405, holds: [/^allow: POST$/im], lacks: ['hearback/', 'node', 'Hearback'] },
            asked: [],
          },
        }),
      ),
      refused('GET with _method', { method: 'GET', path: '/xmlrpc?_method=POST' }, 405),
    ]),
    different(
      '34',
      0,
      'confused media types',
      'text/html, a form type or none are read when the body is XML: real clients send them; what a page can post across sites as text/plain or multipart is not',
      [
        ...[
          'text/plain',
          'multipart/form-data; boundary=x',
          'application/json',
          'application/octet-stream',
          'text/xml2',
          'application/xml-dtd',
          'image/svg+xml',
        ].map((type) => refused(type, xmlCall(PING, { 'content-type': type }), 415)),
        refused(
          'a form under its type',
          xmlCall(`source=http://source.test/&target=${TARGET}`, {
            'content-type': 'application/x-www-form-urlencoded',
          }),
          415,
        ),
        ...[
          'text/xml; charset=utf-8',
          'application/xml',
          'TEXT/XML',
          'text/html',
          'application/x-www-form-urlencoded',
        ].map(
          (type): AttackCase => ({
            title: `XML under ${type}`,
            alone: true,
            deed: { call: xmlCall(PING, { 'content-type': type }) },
            expect: { reply: { means: 'accepted' }, rows: 1 },
          }),
        ),
        {
          title: 'XML under none',
          alone: true,
          deed: { bytes: bytesOf(xmlCall(PING)).toString('latin1').replace('content-type: text/xml\r\n', '') },
          expect: { reply: { means: 'accepted' }, rows: 1 },
        },
      ],
    ),
  ],
};
