import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { hearback, serve, temporary } from '../support/command.ts';

const LINKS = 4;
/** What is known to take a linkback every two seconds, so that the test is over in ten. */
const SOFTWARE = '<meta name="generator" content="Ghost 5.2">';
const GAP_MS = 2_000;
/** Between our clock and that of the server that is asked. */
const JITTER_MS = 150;

it('several processes on one store keep the manners together', { timeout: 60_000 }, async () => {
  await using directory = await temporary();
  const told: { readonly link: string; readonly at: number }[] = [];
  let busy = 0;
  let mostAtOnce = 0;
  const web = createServer(async (request, response) => {
    const html = { 'Content-Type': 'text/html' };
    if (request.url === '/post') {
      const links = Array.from({ length: LINKS }, (_, n) => `<a href="${at('127.0.0.2')}/page/${n}">x</a>`);
      response.writeHead(200, html).end(`<article>${links.join(' ')}</article>`);
      return;
    }
    busy += 1;
    mostAtOnce = Math.max(mostAtOnce, busy);
    await pause(100);
    busy -= 1;
    if (request.method === 'GET') {
      response.writeHead(200, { ...html, Link: '</wm>; rel=webmention' }).end(SOFTWARE);
      return;
    }
    let body = '';
    for await (const part of request) body += String(part);
    told.push({ link: new URLSearchParams(body).get('target') ?? '', at: Date.now() });
    response.writeHead(202).end();
  }).listen(0, '0.0.0.0');
  await once(web, 'listening');
  const at = (name: string) => `http://${name}:${(web.address() as AddressInfo).port}`;

  const site = `${at('127.0.0.1')}/`;
  const args = ['--site', site, '--data', directory.path, '--allow-network', '127.0.0.0/8'];
  const servers = await Promise.all([serve(args), serve(args)]);
  const { out } = await hearback(['send', `${site}post`, '--wait', '40', '--json', ...args]);
  await Promise.all(servers.map((server) => server.stop()));
  web.close();

  expect(JSON.parse(out).map(({ status }: { status: string }) => status)).toEqual(Array(LINKS).fill('delivered'));
  expect(new Set(told.map(({ link }) => link)).size).toBe(LINKS);
  expect(told).toHaveLength(LINKS);
  expect(mostAtOnce).toBe(1);
  const gaps = told.slice(1).map((one, n) => one.at - (told[n]?.at ?? 0));
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(GAP_MS - JITTER_MS);
});
