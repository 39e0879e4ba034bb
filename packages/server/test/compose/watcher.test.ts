import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readCommandConfig } from '../../src/cli/common.ts';
import { openWatcher } from '../../src/compose/watcher.ts';

const asked: string[] = [];
const servers: Server[] = [];
const data = mkdtempSync(join(tmpdir(), 'hearback-watcher-'));
let far = '';
let site = '';
beforeAll(async () => {
  far = await open('127.0.0.2', {
    '/there': '<link rel="webmention" href="/webmention">',
    '/webmention': '',
    '/hook': '',
  });
  site = await open('127.0.0.1', {
    '/post': `<article><a href="${far}/there">there</a></article>`,
    '/late': `<article><a href="${far}/there">there</a></article>`,
    '/feed': feed('/post'),
    '/early': feed('/late'),
  });
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(data, { recursive: true, force: true });
});

const feed = (link: string) =>
  `<rss version="2.0"><channel><title>B</title><item><link>${link}</link></item></channel></rss>`;

function watching(address: string, more: object) {
  return readCommandConfig({
    ...{ data: join(data, address), sites: [site], watch: `${site}/${address}`, all: true, limits: 'off' },
    ...{ allowNetwork: ['127.0.0.0/8'], ...more },
  });
}

async function open(host: string, pages: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer(({ method, url = '' }, response) => {
    asked.push(`${method} ${url}`);
    // What is not deployed yet is there the second time.
    const isEarly = url === '/late' && asked.filter((line) => line === 'GET /late').length < 2;
    const body = isEarly ? undefined : pages[url];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

test('the webhook of the configuration hears of what is told without a server, and what is left is counted', async () => {
  const config = watching('feed', { webhook: `${far}/hook` });
  const [own] = config.sites;
  if (!own) throw new Error('The configuration has no site.');
  const watcher = await openWatcher(config, own, () => {});
  expect(await watcher.once(30_000)).toBe(true);
  expect(await watcher.left()).toEqual({ pages: 0, links: 0 });
  await watcher.close();
  expect(asked.filter((line) => line.startsWith('POST'))).toEqual(['POST /webmention', 'POST /hook']);
});

test('a page that its feed names before it is there is waited for as long as there is time', async () => {
  asked.length = 0;
  const config = watching('early', { watchEvery: 1 });
  const [own] = config.sites;
  if (!own) throw new Error('The configuration has no site.');
  const watcher = await openWatcher(config, own, () => {});
  expect(await watcher.once(30_000)).toBe(true);
  await watcher.close();
  expect(asked.filter((line) => /POST|late/.test(line))).toEqual(['GET /late', 'GET /late', 'POST /webmention']);
});
