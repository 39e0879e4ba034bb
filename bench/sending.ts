import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { openSender } from '../packages/server/dist/compose/sender.js';
import { readConfig } from '../packages/server/dist/config.js';

export interface SendingResult {
  /** From the call to the last outcome on disk. */
  readonly seconds: number;
  /** The same 50 GETs and POSTs by undici alone, all hosts at once and nothing stored. */
  readonly floorSeconds: number;
  readonly ratio: number;
  readonly delivered: number;
}

const HOSTS = 50;
const DELAY_MS = 200;
const ANSWER =
  '<?xml version="1.0"?><methodResponse><params><param><value><string>ok</string></value></param></params></methodResponse>';

/**
 * Telling one post's 50 links on 50 hosts (127.0.1.1–50, real sockets), each request answered after 200 ms: store,
 * queue, guard and fetcher as a server runs them, against the floor of two round trips measured in the same run.
 */
export async function measureSending(): Promise<SendingResult> {
  const directory = mkdtempSync(join(tmpdir(), 'hearback-bench-'));
  const hosts = Array.from({ length: HOSTS }, (_, n) => `127.0.1.${n + 1}`);
  const targets = await Promise.all(
    hosts.map((host) => serve(host, DELAY_MS, (url) => (url === '/rpc' ? ANSWER : '<p>Post</p>'))),
  );
  const urls = targets.map(({ origin }) => `${origin}/post`);
  const source = await serve(
    '127.0.0.1',
    0,
    () => `<article>${urls.map((url) => `<a href="${url}">post</a>`).join(' ')}</article>`,
  );
  try {
    const floorSeconds = await timed(() => Promise.all(targets.map(({ origin }) => tellBare(origin))));
    const config = readConfig(
      { sites: [{ url: source.origin, send: true }], data: directory, allowNetwork: ['127.0.0.0/8'] },
      () => undefined,
    );
    const { sender, close } = await openSender(config, []);
    let delivered = 0;
    const seconds = await timed(async () => {
      const { deliveries } = await sender.send([`${source.origin}/post`], { waitMs: 10_000 });
      delivered = deliveries.filter(({ status }) => status === 'delivered').length;
    });
    await close();
    return { seconds, floorSeconds, ratio: seconds / floorSeconds, delivered };
  } finally {
    for (const { server } of [...targets, source]) server.close().closeAllConnections();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function serve(
  host: string,
  delayMs: number,
  answer: (url: string) => string,
): Promise<{ server: Server; origin: string }> {
  const server = createServer((incoming, outgoing) => {
    incoming.resume();
    setTimeout(() => {
      const type = incoming.method === 'POST' ? 'text/xml' : 'text/html';
      outgoing.writeHead(200, { 'content-type': type, 'x-pingback': `http://${incoming.headers.host}/rpc` });
      outgoing.end(answer(incoming.url ?? '/'));
    }, delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return { server, origin: `http://${host}:${(server.address() as AddressInfo).port}` };
}

async function tellBare(origin: string): Promise<void> {
  const page = await request(`${origin}/post`);
  await page.body.text();
  const reply = await request(String(page.headers['x-pingback']), { method: 'POST', body: '<methodCall/>' });
  await reply.body.text();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
