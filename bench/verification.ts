import { Agent } from 'undici';
import { writeCall } from '../packages/protocol/dist/xml-rpc/write.js';
import { compose } from '../packages/server/dist/compose/hearback.js';
import { readConfig } from '../packages/server/dist/config.js';
import type { Store } from '../packages/server/dist/ports/index.js';
import { temporary } from '../test/support/command.ts';
import { startFloor } from './lib/child.ts';
import { type Figure, type Goal, type Subject, spreadOf } from './lib/figure.ts';
import { TARGET } from './lib/page.ts';
import { PAGE_HOSTS } from './lib/page-hosts.ts';
import { alternate, timed } from './lib/rounds.ts';

/** As many verifications as a server runs at once. */
const CONCURRENCY = 16;
const PAGES_A_SECOND = 200;
const LOOK_MS = 5;
/** No lease lasts longer. */
const PUT_BACK_MS = 60_000;

/**
 * Sources verified per second as a server does it, from the notification to the verdict on disk, against undici alone that reads
 * the same pages and drops them.
 */
export const verification: Subject = async ({ rounds, seconds }) => {
  await using data = await temporary();
  const pages = await startFloor('pages');
  const { port } = new URL(pages.url);
  const house = await openHouse(data.path);
  const count = Math.ceil(PAGES_A_SECOND * seconds);
  let made = 0;
  const sources = (kind: string) =>
    Array.from({ length: count }, () => {
      const n = made++;
      return `http://${PAGE_HOSTS[n % PAGE_HOSTS.length]}:${port}/${kind}/${n}`;
    });
  async function measure(kind: Kind, name: string, goal: Goal, condition: string): Promise<Figure> {
    const [ours, bare]: [number[], number[]] = [[], []];
    const rates = await alternate(
      rounds,
      () => rateOf(count, ours, () => house.verify(sources(kind))),
      () => rateOf(count, bare, () => readBare(sources(kind))),
    );
    return { name, unit: '/s', ...rates, goal, condition: `${condition}; ${processorWords(ours, bare)}` };
  }
  try {
    const shares: Goal = { of: 'ratio', is: 'at least', bound: 0.7 };
    const condition = `${CONCURRENCY} at once, pages of 100 kB from another process on ${PAGE_HOSTS.length} addresses, limits off, two reader threads; floor: undici request, bodies read and dropped`;
    return [
      await measure(
        'plain',
        'verified sources',
        shares,
        `${condition}; pages without microformats, each with its words`,
      ),
      await measure('alike', 'verified sources, all alike', shares, 'the same with pages that all say the same'),
      await measure(
        'h-entry',
        'verified sources, h-entry',
        { of: 'value', is: 'at least', bound: 40 },
        'the same with pages that are one h-entry, which microformats-parser reads into a tree',
      ),
    ];
  } finally {
    await house.close();
    await pages.stop();
  }
};

type Kind = 'plain' | 'alike' | 'h-entry';

/** Pages a second, and notes what one took of all processors, in milliseconds. */
async function rateOf(count: number, costs: number[], work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  const seconds = await timed(work);
  const { user, system } = process.cpuUsage(before);
  costs.push((user + system) / 1000 / count);
  return count / seconds;
}

/** Without the first of each, which is thrown away. */
function processorWords(ours: readonly number[], bare: readonly number[]): string {
  const [one, other] = [ours, bare].map((costs) => spreadOf(costs.slice(1)).median.toFixed(2));
  return `one takes ${one} ms of processor, in the floor ${other}`;
}

/** A whole server in this process, spoken to without sockets. */
async function openHouse(data: string) {
  const settings = { sites: ['https://site.example/'], data, allowNetwork: ['127.0.0.0/8'], limits: 'off' };
  const silent = () => {};
  const hearback = await compose(
    readConfig(settings, () => undefined),
    { log: { info: silent, warn: silent, error: console.error } },
  );
  await hearback.start();
  return {
    async verify(sources: readonly string[]): Promise<void> {
      await Promise.all(
        sources.map((source) =>
          hearback.fetch(new Request('http://localhost/xmlrpc', { method: 'POST', body: callOf(source) })),
        ),
      );
      await untilDone(hearback.store);
    },
    close: () => hearback.stop(),
  };
}

function callOf(source: string): Uint8Array<ArrayBuffer> {
  return writeCall('pingback.ping', [source, TARGET]);
}

/** The daily chores of a server wait all the time and are not asked for. */
async function untilDone(store: Store): Promise<void> {
  for (;;) {
    const next = await store.jobs.nextStart(['verify']);
    if ((await store.jobs.counts()).dead > 0) throw new Error('Some verifications were given up.');
    if (next === undefined) return;
    if (next > Date.now() + PUT_BACK_MS) throw new Error('A page did not answer and is asked again much later.');
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

async function readBare(urls: readonly string[]): Promise<void> {
  const agent = new Agent({ connections: 1 });
  const waiting = [...urls];
  async function readOnAndOn(): Promise<void> {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const { origin, pathname } = new URL(url);
      const { body } = await agent.request({ origin, path: pathname, method: 'GET' });
      for await (const _ of body);
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, readOnAndOn));
  await agent.close();
}
