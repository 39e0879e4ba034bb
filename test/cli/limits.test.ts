import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Server, serve, temporary } from '../support/command.ts';

const SITE = 'https://alice.example/';
const call = (method: string, ...values: string[]) =>
  `<?xml version="1.0"?><methodCall><methodName>${method}</methodName><params>${values
    .map((value) => `<param><value><string>${value}</string></value></param>`)
    .join('')}</params></methodCall>`;

let data: Awaited<ReturnType<typeof temporary>>;
let server: Server;
let victim: HttpServer;
const asked: { readonly at: number; readonly url: string | undefined }[] = [];

beforeAll(async () => {
  data = await temporary();
  victim = createServer((request, response) => {
    asked.push({ at: performance.now(), url: request.url });
    response.end('<p>Nothing');
  });
  await new Promise<void>((resolve) => victim.listen(0, '127.0.0.1', resolve));
  server = await serve([
    ...['--site', SITE, '--data', data.path, '--allow-network', '127.0.0.0/8', '--trust-proxy', '127.0.0.1'],
    ...['--never-fetch', '127.0.0.9'],
  ]);
});
afterAll(async () => {
  await server.stop();
  victim.close();
  await data[Symbol.asyncDispose]();
});

const port = () => (victim.address() as AddressInfo).port;

async function ping(client: string, source: string, target = `${SITE}post`) {
  return post('/xmlrpc', client, 'text/xml', call('pingback.ping', source, target));
}

async function post(path: string, client: string, type: string, body: string) {
  const reply = await fetch(`${server.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': type, 'x-forwarded-for': client },
    body,
  });
  return { status: reply.status, retryAfter: reply.headers.get('retry-after'), text: await reply.text() };
}

test('forged pings of many clients reach their victim one at a time, two seconds apart', async () => {
  for (let n = 0; n < 60; n += 1) {
    const { status } = await ping(`198.51.100.${n}`, `http://127.0.0.1:${port()}/?${n}`);
    expect(status).toBe(200);
  }
  await pause(5_000);
  expect(asked.length).toBeGreaterThanOrEqual(2);
  const gaps = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
  // What leaves two seconds apart arrives a little less so.
  expect(Math.min(...gaps)).toBeGreaterThan(1_900);
});

let clients = 0;
test.each([
  ['/xmlrpc', 'text/xml', call('pingback.ping', 'https://bob.example/', `${SITE}post`), /^Too many notifications/],
  [
    '/webmention',
    'application/x-www-form-urlencoded',
    `source=https://bob.example/&target=${SITE}post`,
    /^\{"error":"rate_limit_exceeded","error_description":"Too many/,
  ],
  [
    `/trackback?target=${SITE}post`,
    'application/x-www-form-urlencoded',
    'url=https://bob.example/',
    /<error>1<\/error><message>Too many/,
  ],
  ['/refback', 'application/x-www-form-urlencoded', `referrer=https://bob.example/&target=${SITE}post`, /^Too many/],
  ['/xmlrpc', 'text/xml', call('system.multicall'), /^Too many notifications/],
  ['/xmlrpc', 'text/xml', 'no XML at all', /^Too many notifications/],
])('an eleventh request at once to %s is turned away in its own form', async (path, type, body, text) => {
  clients += 1;
  const client = `203.0.113.${clients}, 192.0.2.${clients}`;
  for (let n = 0; n < 10; n += 1) expect((await post(path, client, type, body)).status).toBeLessThan(400);
  const late = await post(path, client, type, body);
  expect(late).toMatchObject({ status: 429, retryAfter: '2', text: expect.stringMatching(text) });
});

test('being turned away is quick when everybody comes at once: not slower than to be told that all is well', async () => {
  const timed = async (ask: () => Promise<unknown>) => {
    const times = await Promise.all(
      Array.from({ length: 15 }, async () => {
        const own: number[] = [];
        for (let n = 0; n < 20; n += 1) {
          const begun = performance.now();
          await ask();
          own.push(performance.now() - begun);
        }
        return own;
      }),
    );
    return times.flat().toSorted((a, b) => a - b)[150] ?? Number.POSITIVE_INFINITY;
  };
  for (let n = 0; n < 12; n += 1) await ping('192.0.2.251', 'https://bob.example/');
  const floor = await timed(async () => (await fetch(`${server.url}/healthz`)).text());
  const refusals = await timed(() => ping('192.0.2.251', 'https://bob.example/'));
  // Half of it is the noise of a machine that does other things.
  expect(refusals).toBeLessThan(Math.max(50, 2 * floor));
});

test('who asked never to be fetched is not, and the sender hears nothing of it', async () => {
  const before = asked.length;
  const other = await ping('192.0.2.252', `http://127.0.0.8:1/a`);
  const never = await ping('192.0.2.252', `http://127.0.0.9:${port()}/a`);
  const alike = (text: string) => text.replace(/status\/[\w-]{22}/, 'status/ID');
  expect(alike(never.text)).toBe(alike(other.text));
  expect(asked.slice(before).filter(({ url }) => url === '/a')).toEqual([]);
});

test('a client that hoards connections gets twenty, and others are served meanwhile', async () => {
  await using own = await temporary();
  const house = await serve(['--site', SITE, '--data', own.path]);
  try {
    const port = Number(new URL(house.url).port);
    const asOther = () =>
      new Promise<string>((resolve, reject) => {
        const socket = connect({ port, host: '127.0.0.1', localAddress: '127.0.0.2' });
        socket.on('error', reject).on('data', (part) => resolve(String(part)));
        socket.write('GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
      });
    // What answers is loaded when it is first asked for.
    await asOther();
    const sockets = Array.from({ length: 60 }, () => connect({ port, host: '127.0.0.1' }));
    const closed = new Set<unknown>();
    for (const socket of sockets) socket.on('error', () => {}).on('close', () => closed.add(socket));
    await expect.poll(() => closed.size).toBe(40);
    const begun = performance.now();
    expect(await asOther()).toContain('200 OK');
    expect(performance.now() - begun).toBeLessThan(500);
    for (const socket of sockets) socket.destroy();
  } finally {
    await house.stop();
  }
});
