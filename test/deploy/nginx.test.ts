import { type ChildProcess, spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createCertificate } from '../../packages/server/test/network/support/certificate.ts';
import { provideNginx } from '../../scripts/lib/proxies.ts';
import { type Server, serve, temporary } from '../support/command.ts';
import { poll } from '../support/poll.ts';

const FILE = fileURLToPath(new URL('../../docs/deploy/nginx.conf', import.meta.url));
const NAME = 'hear.example.org';
const SITE = 'https://alice.example/';
const PING = `<?xml version="1.0"?><methodCall><methodName>pingback.ping</methodName><params><param><value>https://bob.example/a</value></param><param><value>${SITE}post</value></param></params></methodCall>`;

let folder: Awaited<ReturnType<typeof temporary>>;
let server: Server;
let nginx: ChildProcess;
let port: number;

/** A port that was free a moment ago, twice where two are needed. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return address !== null && typeof address === 'object' ? address.port : 0;
}

/** The file as it is published, with the ports, the certificate and the address of this test in place of the reader's own. */
async function ownCopy(hearback: string): Promise<string> {
  const plain = await freePort();
  port = await freePort();
  const { key, cert } = createCertificate({ dnsName: NAME });
  await writeFile(join(folder.path, 'key.pem'), key);
  await writeFile(join(folder.path, 'cert.pem'), cert);
  const changes: readonly (readonly [RegExp, string])[] = [
    [/listen 80;/, `listen 127.0.0.1:${plain};`],
    [/listen \[::\]:80;/, ''],
    [/listen 443 ssl;/, `listen 127.0.0.1:${port} ssl; listen 127.0.0.2:${port} ssl;`],
    [/listen \[::\]:443 ssl;/, ''],
    [/ssl_certificate \S+;/, `ssl_certificate ${folder.path}/cert.pem;`],
    [/ssl_certificate_key \S+;/, `ssl_certificate_key ${folder.path}/key.pem;`],
    [/server 127\.0\.0\.1:7777;/, `server ${hearback};`],
  ];
  let text = await readFile(FILE, 'utf8');
  for (const [pattern, to] of changes) {
    if (!pattern.test(text)) throw new Error(`docs/deploy/nginx.conf has no ${pattern} any more`);
    text = text.replace(pattern, to);
  }
  return text;
}

beforeAll(async () => {
  folder = await temporary();
  server = await serve([
    ...['--site', SITE, '--data', join(folder.path, 'data'), '--public-url', `https://${NAME}`],
    ...['--trust-proxy', '127.0.0.1'],
  ]);
  const site = join(folder.path, 'hearback.conf');
  await writeFile(site, await ownCopy(new URL(server.url).host));
  const path = (name: string) => join(folder.path, name);
  const bodies = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${path(name)};`);
  const main = `daemon off; master_process off; pid ${path('pid')}; error_log stderr warn;
events {}
http { access_log off; ${bodies.join(' ')} include ${site}; }`;
  await writeFile(path('nginx.conf'), main);
  nginx = spawn(provideNginx(), ['-c', path('nginx.conf'), '-p', folder.path], { stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  nginx.stderr?.on('data', (part) => {
    words += String(part);
  });
  const isUp = async () => {
    if (nginx.exitCode !== null) throw new Error(`nginx ended: ${words}`);
    return (await ask({ path: '/healthz' }).catch(() => undefined))?.status;
  };
  await poll(isUp, (status) => status === 200);
});
afterAll(async () => {
  nginx?.kill();
  await server?.stop();
  await folder?.[Symbol.asyncDispose]();
});

interface Question {
  readonly path?: string;
  readonly body?: string | Buffer;
  /** Which of this machine's addresses asks. */
  readonly from?: string;
  readonly headers?: Record<string, string>;
}

function ask({ path = '/xmlrpc', body, from = '127.0.0.1', headers = {} }: Question) {
  return new Promise<{ status: number | undefined; headers: NodeJS.Dict<string | string[]>; text: string }>(
    (resolve, reject) => {
      const outgoing = request(
        {
          host: '127.0.0.1',
          port,
          path,
          localAddress: from,
          method: body === undefined ? 'GET' : 'POST',
          headers: { host: NAME, 'content-type': 'text/xml', ...headers },
          rejectUnauthorized: false,
          agent: false,
        },
        (response) => {
          let text = '';
          response.on('data', (part) => {
            text += String(part);
          });
          response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, text }));
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    },
  );
}

test('a pingback is taken, and its status page is named as the world knows it', async () => {
  const { status, text } = await ask({ body: PING, from: '127.0.0.3' });
  expect(status).toBe(200);
  expect(text).toContain(`https://${NAME}/status/`);
});

test('each client has its own ten, whatever it says of itself', async () => {
  const statuses: (number | undefined)[] = [];
  for (let n = 0; n < 12; n += 1) {
    const claims = { 'x-forwarded-for': `203.0.113.${n}`, forwarded: `for=203.0.113.${n}` };
    statuses.push((await ask({ body: PING, from: '127.0.0.4', headers: claims })).status);
  }
  expect(statuses).toEqual([...Array(10).fill(200), 429, 429]);
  const { headers } = await ask({ body: PING, from: '127.0.0.4' });
  expect(headers['retry-after']).toBe('2');
  expect((await ask({ body: PING, from: '127.0.0.5' })).status).toBe(200);
});

test.each([
  ['/xmlrpc', 16 * 1024, 200],
  ['/xmlrpc', 16 * 1024 + 1, 413],
  ['/alice.example/xmlrpc', 16 * 1024 + 1, 413],
  ['/admin/login', 64 * 1024 + 1, 413],
])('%s takes what Hearback takes: %i bytes are %i', async (path, length, status) => {
  const body = Buffer.alloc(length, ' ');
  body.write(PING);
  expect((await ask({ path, body, from: '127.0.0.6' })).status).toBe(status);
});

test('the desk is reached by its name', async () => {
  expect((await ask({ path: '/admin/login' })).status).toBe(200);
  expect((await ask({ path: '/admin/login', headers: { host: 'evil.example' } })).status).not.toBe(200);
});
