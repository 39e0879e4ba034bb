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
    '/feed': '<rss version="2.0"><channel><title>B</title><item><link>/post</link></item></channel></rss>',
  });
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(data, { recursive: true, force: true });
});

async function open(host: string, pages: Readonly<Record<string, string>>): Promise<string> {
  const server = createServer(({ method, url = '' }, response) => {
    asked.push(`${method} ${url}`);
    const body = pages[url];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(body);
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}

test('the webhook of the configuration hears of what is told without a server, and what is left is counted', async () => {
  const config = readCommandConfig({
    ...{ data, sites: [site], watch: `${site}/feed`, all: true, limits: 'off' },
    ...{ allowNetwork: ['127.0.0.0/8'], webhook: `${far}/hook` },
  });
  const [own] = config.sites;
  if (!own) throw new Error('The configuration has no site.');
  const watcher = await openWatcher(config, own, () => {});
  expect(await watcher.once(30_000)).toBe(true);
  expect(await watcher.left()).toEqual({ pages: 0, links: 0 });
  await watcher.close();
  expect(asked.filter((line) => line.startsWith('POST'))).toEqual(['POST /webmention', 'POST /hook']);
});
