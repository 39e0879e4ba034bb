import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeCall } from '../../packages/protocol/dist/xml-rpc/write.js';
import { compose, type Hearback } from '../../packages/server/dist/compose/hearback.js';
import { readConfig } from '../../packages/server/dist/config.js';
import { temporary } from '../../test/support/command.ts';
import { TARGET } from '../lib/page.ts';
import { PAGE_HOSTS } from '../lib/page-hosts.ts';
import { simulate } from './day.ts';
import { type Costs, OFF } from './model.ts';

/** The run that is predicted. */
const DELAY_MS = 300;
/** Runs from which the costs are taken, whose pages answer at once: many hosts, and one. */
const FOR_PROCESSOR = 200;
const FOR_OVERHEAD = 40;
const LOOK_MS = 5;
const MOST_OFF = 0.2;

/**
 * A run on a real server with real sources on loopback, predicted by the simulation from costs of two other runs. Answers
 * the exit code: 0 when the prediction is off by a fifth at most.
 */
export async function compare(mentions: number): Promise<number> {
  await using data = await temporary();
  const pages = await servePages();
  const hearback = await openHouse(data.path);
  try {
    await verify(hearback, pages, 64, PAGE_HOSTS);
    const quick = await verify(hearback, pages, FOR_PROCESSOR, PAGE_HOSTS);
    const alone = await verify(hearback, pages, FOR_OVERHEAD, PAGE_HOSTS.slice(0, 1));
    pages.delayMs = DELAY_MS;
    const measured = (await verify(hearback, pages, mentions, PAGE_HOSTS)).ms;
    pages.delayMs = 0;
    const after = await verify(hearback, pages, FOR_PROCESSOR, PAGE_HOSTS);
    // By the clock and not by the processor's count: where other programs run, a busy process gets a part of it.
    const verifyMs = (quick.ms + after.ms) / 2 / FOR_PROCESSOR;
    const overhead = Math.max(0, alone.ms / FOR_OVERHEAD - verifyMs);
    const costs: Costs = { accept: 0, verify: verifyMs, overhead };
    const processor = quick.cpuMs / FOR_PROCESSOR;
    console.log(
      `a look: ${processor.toFixed(2)} ms of the processor, ${verifyMs.toFixed(2)} ms where nothing else lacks, ${overhead.toFixed(2)} ms more alone`,
    );
    const predicted = predict(costs, mentions);
    const off = predicted / measured - 1;
    console.log(`${mentions} mentions of ${PAGE_HOSTS.length} hosts that answer in ${DELAY_MS} ms:`);
    console.log(
      `measured ${(measured / 1000).toFixed(2)} s, predicted ${(predicted / 1000).toFixed(2)} s (${(off * 100).toFixed(1)} %)`,
    );
    return Math.abs(off) <= MOST_OFF ? 0 : 1;
  } finally {
    await hearback.stop();
    await pages.stop();
  }
}

function predict(costs: Costs, mentions: number): number {
  const perSecond = 5_000;
  const stream = { name: 'run', perSecond, from: 0, until: mentions / perSecond, domains: PAGE_HOSTS.length, sites: 1 };
  const streams = [{ ...stream, answerMs: DELAY_MS, fixed: true }];
  return simulate({ workers: 1, room: 16, costs, limits: OFF, streams, seconds: 3_600, seed: 1 }).lastAt;
}

async function servePages() {
  const page = `<!doctype html><title>A page</title><p>${'Some words. '.repeat(100)}<a href="${TARGET}">a link</a>`;
  const pages = { delayMs: 0, port: 0, stop: async () => void server.close() };
  const server = createServer((_, response) => {
    setTimeout(() => response.setHeader('content-type', 'text/html').end(page), pages.delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  pages.port = (server.address() as AddressInfo).port;
  return pages;
}

/** A whole server in this process, with the limits off. */
async function openHouse(data: string): Promise<Hearback> {
  const settings = { sites: ['https://site.example/'], data, allowNetwork: ['127.0.0.0/8'], limits: 'off' };
  const log = { info() {}, warn() {}, error: console.error };
  const hearback = await compose(
    readConfig(settings, () => undefined),
    { log },
  );
  await hearback.start();
  return hearback;
}

let made = 0;

async function verify(
  hearback: Hearback,
  { port }: { readonly port: number },
  count: number,
  hosts: readonly string[],
) {
  const begun = performance.now();
  const before = process.cpuUsage();
  const sources = Array.from({ length: count }, (_, n) => `http://${hosts[n % hosts.length]}:${port}/${made++}`);
  const call = (source: string) => ({ method: 'POST', body: writeCall('pingback.ping', [source, TARGET]) });
  await Promise.all(sources.map((source) => hearback.fetch(new Request('http://localhost/xmlrpc', call(source)))));
  // Waiting or leased, a look has a time in the queue.
  while ((await hearback.store.jobs.nextStart(['verify'])) !== undefined)
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const { dead } = await hearback.store.jobs.counts();
  if (dead > 0) throw new Error(`${dead} looks were given up.`);
  const { user, system } = process.cpuUsage(before);
  return { ms: performance.now() - begun, cpuMs: (user + system) / 1000 };
}
