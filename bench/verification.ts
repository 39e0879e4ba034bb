import { Agent } from 'undici';
import { writeCall } from '../packages/protocol/dist/xml-rpc/write.js';
import { compose } from '../packages/server/dist/compose/hearback.js';
import { readConfig } from '../packages/server/dist/config.js';
import type { Store } from '../packages/server/dist/ports/index.js';
import { temporary } from '../test/support/command.ts';
import { startFloor } from './lib/child.ts';
import type { Subject } from './lib/figure.ts';
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
  const measure = (kind: 'plain' | 'h-entry') =>
    alternate(
      rounds,
      async () => count / (await timed(() => house.verify(sources(kind)))),
      async () => count / (await timed(() => readBare(sources(kind)))),
    );
  try {
    const condition = `${CONCURRENCY} at once, pages of 100 kB from another process on ${PAGE_HOSTS.length} addresses, limits off, one reader thread; floor: undici request, bodies read and dropped`;
    return [
      {
        name: 'verified sources',
        unit: '/s',
        ...(await measure('plain')),
        goal: { of: 'ratio', is: 'at least', bound: 0.7 },
        condition: `${condition}; the page has no microformats`,
      },
      {
        name: 'verified sources, h-entry',
        unit: '/s',
        ...(await measure('h-entry')),
        goal: { of: 'value', is: 'at least', bound: 40 },
        condition: 'the same with a page that is one h-entry, which microformats-parser reads into a tree',
      },
    ];
  } finally {
    await house.close();
    await pages.stop();
  }
};

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
