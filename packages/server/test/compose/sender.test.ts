import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { readCommandConfig } from '../../src/cli/common.ts';
import { openSender } from '../../src/compose/sender.ts';
import { openStore } from '../../src/compose/store.ts';

const asked: string[] = [];
const web = createServer(({ method, url }, response) => {
  asked.push(`${method} ${url}`);
  response.setHeader('content-type', 'text/html');
  if (url === '/post') response.end('<article><a href="//127.0.0.2/there">there</a></article>');
  else response.end('<link rel="webmention" href="/webmention">');
});
const data = mkdtempSync(join(tmpdir(), 'hearback-sender-'));
let post = '';
beforeAll(async () => {
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  post = `http://127.0.0.1:${(web.address() as AddressInfo).port}/post`;
});
beforeEach(() => void asked.splice(0));
afterAll(() => {
  web.close();
  rmSync(data, { recursive: true, force: true });
});

const config = () => readCommandConfig({ data, allowNetwork: ['127.0.0.1/32'] });

test('who only looks adds no site', async () => {
  const { sender, close } = await openSender(config(), [post], { looking: true });
  const { deliveries, problems } = await sender.send([post], { waitMs: 0, dryRun: true });
  await close();
  expect([deliveries.length, problems]).toEqual([1, []]);
  const store = await openStore(config());
  expect(await store.sites.list()).toEqual([]);
  await store.close();
});

test('who only looks tells nobody, not even what has long been due', async () => {
  const first = await openSender(config(), [post], {});
  await first.sender.send([post], { waitMs: 0 });
  await first.close();
  const store = await openStore(config());
  const [delivery] = await store.deliveries.list({ limit: 1 });
  const due = { kind: 'deliver', subject: delivery?.id ?? '', group: 'there', startAfter: 0 } as const;
  await store.jobs.enqueue(due);
  await store.close();
  const { sender, close } = await openSender(config(), [post], { looking: true });
  await sender.send([post], { waitMs: 0, dryRun: true });
  await close();
  const after = await openStore(config());
  expect(await after.jobs.counts()).toMatchObject({ waiting: 1, leased: 0 });
  await after.close();
});
