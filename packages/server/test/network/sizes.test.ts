import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { isHtml } from '@hearback/protocol';
import { describe, expect, test } from 'vitest';
import { flood, gzipBomb, page, reply } from '../../../../test/support/hostile-server.ts';
import { get } from './support/net.ts';
import { OK, openHostile } from './support/open.ts';

const gzipped = (body: Buffer) => reply('200 OK', ['Content-Encoding: gzip'], body);

describe('sizes', () => {
  test('SEC-06 PB-S10 WM-R23 an endless body is cut at the cap, and little more is read', async () => {
    const { net, ask } = await openHostile(flood(`${OK}\r\n`, Buffer.alloc(64 * 1024, 'x')));
    const outcome = await ask();
    expect(outcome.ok && [outcome.body.length, outcome.truncated]).toEqual([1024 * 1024, true]);
    await expect.poll(() => net.of('close')).toHaveLength(1);
    expect(net.of('close')[0]?.bytesIn).toBeLessThan(1024 * 1024 + 512 * 1024);
  });

  test.each([
    ['exactly the cap', 1000, false],
    ['one byte more', 1001, true],
  ])('a plain body of %s', async (_what, size, truncated) => {
    const { net } = await openHostile(page('x'.repeat(size)));
    const outcome = await net.http.request({ ...get('http://a.test/'), maxBytes: 1000 });
    expect(outcome.ok && [outcome.body.length, outcome.truncated]).toEqual([1000, truncated]);
  });

  test('a packed body over the cap once unpacked', async () => {
    const text = Buffer.from(Array.from({ length: 40_000 }, (_, i) => `${i} `).join(''));
    const { net } = await openHostile(gzipped(gzipSync(text)));
    const outcome = await net.http.request({ ...get('http://a.test/'), maxBytes: 100_000 });
    expect(outcome.ok && [Buffer.from(outcome.body).equals(text.subarray(0, 100_000)), outcome.truncated]).toEqual([
      true,
      true,
    ]);
  });

  test('a packed body over the cap on the wire gives what came before the cut', async () => {
    const noise = randomBytes(60_000);
    const packed = gzipSync(noise, { level: 1 });
    const { net } = await openHostile(gzipped(packed));
    const outcome = await net.http.request({ ...get('http://a.test/'), maxBytes: 50_000 });
    expect(gunzipSync(packed).equals(noise)).toBe(true);
    expect(outcome.ok && outcome.truncated).toBe(true);
    expect(outcome.ok && outcome.body.length).toBeGreaterThan(40_000);
  });

  test('the body of a picture is not read, its headers are', async () => {
    const head = 'HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nX-Pingback: /rpc\r\n\r\n';
    const { net, ask } = await openHostile(flood(head, Buffer.alloc(64 * 1024)));
    const outcome = await ask();
    expect(outcome).toMatchObject({ ok: true, truncated: true });
    expect(outcome.ok && [outcome.body.length, outcome.headers[1]]).toEqual([0, ['x-pingback', '/rpc']]);
    await expect.poll(() => net.of('close')).toHaveLength(1);
  });

  test.each([
    ['application/octet-stream', 0],
    ['text/html, image/png', 0],
    ['', 0],
    ['text/html; charset=utf-8', 1024 * 1024],
  ])('a body of type "%s" is read for %i bytes by whoever reads HTML', async (type, bytes) => {
    const head = `HTTP/1.1 200 OK\r\n${type ? `Content-Type: ${type}\r\n` : ''}\r\n`;
    const { net } = await openHostile(flood(head, Buffer.alloc(64 * 1024, 'x')));
    const outcome = await net.http.request({ ...get('http://a.test/'), reads: isHtml });
    expect(outcome.ok && [outcome.status, outcome.body.length]).toEqual([200, bytes]);
    await expect.poll(() => net.of('close')).toHaveLength(1);
    expect(net.of('close')[0]?.bytesIn).toBeLessThan(bytes + 512 * 1024);
  });

  test('SEC-06 PB-S10 WM-R23 a bomb costs neither time nor memory', async () => {
    const { ask } = await openHostile(gzipBomb(64 * 1024 * 1024));
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
