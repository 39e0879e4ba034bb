import { writeCall } from '../../packages/protocol/dist/xml-rpc/write.js';
import { compose, type Hearback } from '../../packages/server/dist/compose/hearback.js';
import { readConfig } from '../../packages/server/dist/config.js';
import { temporary } from '../../test/support/command.ts';
import { TARGET } from '../lib/page.ts';
import { PAGE_HOSTS } from '../lib/page-hosts.ts';
import { simulate } from './day.ts';
import { type Costs, OFF } from './model.ts';
import { type Asked, type Pages, servePages } from './pages.ts';

/** As many looks as a server has under way. */
const ROOM = 16;
const DELAY_MS = 300;
/** The pages of so many answer at once, those of the next so many after the delay, and so on to the end of the line. */
const QUICK = 6 * ROOM;
const SLOW = 10 * ROOM;
/** One after the other, after the line. */
const ALONE = 40;
/** Rarely: looking takes of the processor what is measured. */
const LOOK_MS = 200;
const MOST_OFF = 0.2;
/** A lease is shorter. Whoever waits for longer waits for a second try, an hour away, and so would this. */
const LATER_MS = 60_000;

/**
 * A line of mentions on a real server with real sources on loopback, predicted by the simulation. What a look costs is taken
 * in the same line, of stretches in which the pages answer at once: whatever else the machine does falls on both.
 *
 * Answers the exit code: 0 when the prediction is off by a fifth at most.
 */
export async function compare(mentions: number): Promise<number> {
  const { quick, slow } = stretches(mentions);
  const { asked, lone } = await run(quick, slow);
  // The first stretch warms up.
  const together = spentOn(asked, quick.slice(1));
  const measured = spentOn(asked, slow);
  // On a busy machine whoever waits now and then gets more of the processor than who always wants it.
  const share = measured.slowed / together.slowed;
  const alone = spentOn(lone, [[0, ALONE - 1]]);
  const costs = { accept: 0, verify: (together.ms / together.count) * share, beside: restedMs(alone) / alone.count };
  const answerMs = measured.waitedMs / measured.count;
  const predicted = slow.reduce((sum, [begin, end]) => sum + predict(costs, end - begin, answerMs), 0);
  const off = predicted / measured.ms - 1;
  const seconds = (ms: number) => `${(ms / 1000).toFixed(2)} s`;
  console.log(
    `a millisecond of the processor took ${together.slowed.toFixed(2)} ms where pages answer at once, ${measured.slowed.toFixed(2)} ms where they do not`,
  );
  console.log(
    `a look: ${(together.ranMs / together.count).toFixed(1)} ms of the processor, for which others wait ${costs.verify.toFixed(1)} ms, and ${costs.beside.toFixed(1)} ms besides`,
  );
  console.log(`${measured.count} mentions of ${PAGE_HOSTS.length} hosts that answer in ${answerMs.toFixed(0)} ms:`);
  console.log(
    `measured ${seconds(measured.ms)}, predicted ${seconds(predicted)} (${off > 0 ? '+' : ''}${(off * 100).toFixed(1)} %)`,
  );
  return Math.abs(off) <= MOST_OFF ? 0 : 1;
}

type Stretch = readonly [begin: number, end: number];

/** Of the line: those whose pages answer at once, one more of them than of the others, and those that do not. */
function stretches(mentions: number): { readonly quick: readonly Stretch[]; readonly slow: readonly Stretch[] } {
  const [quick, slow]: [Stretch[], Stretch[]] = [[[0, QUICK]], []];
  let at = QUICK;
  for (let left = mentions; left > 0; left -= SLOW) {
    quick.push([at, at + QUICK]);
    slow.push([at + QUICK, at + QUICK + Math.min(left, SLOW)]);
    at += QUICK + Math.min(left, SLOW);
  }
  return { quick: [...quick, [at, at + QUICK]], slow };
}

/** How long it neither ran nor could have. */
function restedMs({
  ms,
  ranMs,
  stoodMs,
}: {
  readonly ms: number;
  readonly ranMs: number;
  readonly stoodMs: number;
}): number {
  return Math.max(0, ms - ranMs - stoodMs);
}

export function predict(costs: Costs, mentions: number, answerMs: number): number {
  // All are there when it begins.
  const begin = 1_000;
  const stream = { name: 'run', perSecond: mentions, from: 0, until: 1, domains: PAGE_HOSTS.length, sites: 1 };
  const streams = [{ ...stream, answerMs, fixed: true }];
  const house = { workers: 1, room: ROOM, costs, limits: OFF, streams, seconds: 3_600, seed: 1, begin };
  return simulate(house).lastAt - begin;
}

/** From the first request of a stretch to the first of the next one, for all stretches together. */
function spentOn(asked: readonly Asked[], all: readonly Stretch[]) {
  const sum = { ms: 0, count: 0, waitedMs: 0, ranMs: 0, stoodMs: 0 };
  for (const [begin, end] of all) {
    const [first, last] = [asked[begin], asked[end]];
    if (!first || !last) continue;
    sum.ms += last.at - first.at;
    sum.ranMs += last.ranMs - first.ranMs;
    sum.stoodMs += last.stoodMs - first.stoodMs;
    sum.count += end - begin;
    for (const one of asked.slice(begin, end)) sum.waitedMs += one.answeredAt - one.at;
  }
  return { ...sum, slowed: (sum.ranMs + sum.stoodMs) / sum.ranMs };
}

/** What was asked of the pages of the line, and what a look took that was alone after it. */
async function run(quick: readonly Stretch[], slow: readonly Stretch[]) {
  await using data = await temporary();
  const pages = await servePages({ delayMs: DELAY_MS, stretches: slow });
  const hearback = await openHouse(data.path);
  try {
    // Before the work begins: taking in two thousand beside it keeps the pages from answering in time.
    await take(hearback, pages, quick.at(-1)?.[1] ?? 0, PAGE_HOSTS);
    await hearback.start();
    await untilDone(hearback);
    const line = await pages.asked();
    await take(hearback, pages, ALONE, PAGE_HOSTS.slice(0, 1));
    await untilDone(hearback);
    return { asked: line, lone: (await pages.asked()).slice(line.length) };
  } finally {
    await hearback.stop();
    await pages.stop();
  }
}

/** A whole server in this process, with the limits off, that does not work yet. */
function openHouse(data: string): Promise<Hearback> {
  const settings = { sites: ['https://site.example/'], data, allowNetwork: ['127.0.0.0/8'], limits: 'off' };
  const log = { info() {}, warn() {}, error: console.error };
  return compose(
    readConfig(settings, () => undefined),
    { log },
  );
}

async function take({ fetch }: Hearback, { port }: Pages, count: number, hosts: readonly string[]): Promise<void> {
  for (let n = 0; n < count; n += hosts.length) {
    const sources = hosts.slice(0, count - n).map((host, of) => `http://${host}:${port}/${count}/${n + of}`);
    const call = (source: string) => ({ method: 'POST', body: writeCall('pingback.ping', [source, TARGET]) });
    await Promise.all(sources.map((source) => fetch(new Request('http://localhost/xmlrpc', call(source)))));
  }
}

/** Why a page could not be read. */
async function reasonOf({ mentions }: Hearback['store']): Promise<string> {
  const [one] = await mentions.list({ link: 'unreachable', limit: 1 });
  const steps = one ? await mentions.trace(one.id) : [];
  return steps.at(-1)?.reason ?? 'nobody knows why';
}

async function untilDone({ store }: Hearback): Promise<void> {
  const next = () => store.jobs.nextStart(['verify']);
  // Waiting or leased, a look has a time in the queue.
  for (let at = await next(); at !== undefined; at = await next()) {
    if (at > Date.now() + LATER_MS) throw new Error(`A page is asked for again in an hour: ${await reasonOf(store)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  const { dead } = await store.jobs.counts();
  if (dead > 0) throw new Error(`${dead} looks were given up.`);
}
