import assert from 'node:assert/strict';
import { USUAL_ALLOWANCES } from '../../../packages/server/dist/allowances.js';
import { createClientLimits } from '../../../packages/server/dist/limits/clients.js';
import { createTally } from '../../../packages/server/dist/limits/tally.js';
import { PUBLIC } from '../lib/addresses.ts';
import { type AttackCase, type Drill, type Group, row } from '../lib/case.ts';
import { pour } from '../lib/floods.ts';
import { bytesOf, notification, TARGET } from '../lib/requests.ts';
import { hang, linking } from '../lib/verbs.ts';

const MIB = 1024 ** 2;
/** No limit of one client is what these are about. */
const NO_CLIENT = { clientPerMinute: 'off', clientBurst: 'off', clientPerDay: 'off', allPerMinute: 'off' } as const;
/** Nothing is fetched, so that everything stays in the queue. */
const LATER = { firstDelay: 86_400 } as const;

const address = (n: number) => `${1 + (n >> 24)}.${(n >> 16) & 255}.${(n >> 8) & 255}.${n & 255}`;

/** What a million strangers leave behind in memory, and that all of them together are one crowd. */
const CROWD: AttackCase = {
  title: 'a million addresses',
  deed: {
    drill: async ({ figure }) => {
      let ms = 0;
      const elapsed = { ms: () => ms };
      const clients = createClientLimits({ allowances: USUAL_ALLOWANCES, elapsed, tally: createTally(elapsed) });
      globalThis.gc?.();
      const before = process.memoryUsage().heapUsed;
      let admitted = 0;
      for (let n = 0; n < 1_000_000; n += 1) {
        // A minute for all of them.
        ms = (n / 1_000_000) * 60_000;
        if (clients.admit(address(n)) === undefined) admitted += 1;
        if (n % 10_000 === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      globalThis.gc?.();
      const grown = (process.memoryUsage().heapUsed - before) / MIB;
      figure(`1,000,000 clients in a minute: ${admitted} let in, ${grown.toFixed(1)} MiB kept`);
      assert.ok(admitted <= 2 * USUAL_ALLOWANCES.allPerMinute, `${admitted} were let in`);
      if (globalThis.gc) assert.ok(grown < 32, `${grown} MiB are kept`);
    },
  },
};

const CROWD_BY_SOCKET: AttackCase = {
  title: 'each client is within its limit, and all together are not',
  config: { limits: { allPerMinute: 200 } },
  deed: {
    drill: async (drill) => {
      const statuses = await pour(drill, 400, (at) => ({ source: `http://s${at}.test/` }));
      assert.ok((statuses[200] ?? 0) >= 200 && (statuses[200] ?? 0) <= 230, JSON.stringify(statuses));
      const reply = await drill.rig.send(bytesOf(notification('pingback', 'http://late.test/')));
      assert.equal(reply.status, 503);
      assert.match(reply.head, /retry-after: \d+/i);
    },
  },
};

/** Fills the queue while a reader reads; answers how long the reader waited at worst but one in a hundred. */
async function fill(drill: Drill, count: number) {
  const waits: number[] = [];
  let over = false;
  const reading = (async () => {
    while (!over) {
      const reply = await drill.rig.send(
        `GET /api/mentions?target=${encodeURIComponent(TARGET)} HTTP/1.1\r\nHost: hear.example\r\nConnection: close\r\n\r\n`,
      );
      assert.equal(reply.status, 200);
      waits.push(reply.ms);
    }
  })();
  // Ten at once: the callers are in this process too, and their work is not what is measured.
  const pair = (at: number) => ({ source: `http://s${at}.test/`, target: `http://alice.example/post/${at % 500}` });
  const statuses = await pour(drill, count, pair, 10);
  over = true;
  await reading;
  const sorted = waits.sort((a, b) => a - b);
  const quantile = (part: number) => sorted[Math.floor(sorted.length * part)] ?? 0;
  return { statuses, median: quantile(0.5), p99: quantile(0.99) };
}

function queueFlood(pairs: number, most: number, full?: true): AttackCase {
  return {
    title: `${pairs.toLocaleString('en')} pairs`,
    ...(full && { full }),
    config: { limits: { ...NO_CLIENT, ...LATER, pendingPerSite: most } },
    deed: {
      drill: async (drill) => {
        const { statuses, median, p99 } = await fill(drill, pairs);
        drill.figure(`${JSON.stringify(statuses)}; reading meanwhile: p99 ${p99.toFixed(0)} ms`);
        assert.equal(statuses[200], most);
        assert.equal(statuses[429], pairs - most);
        assert.equal(await drill.rig.rows(), most);
        const late = await drill.rig.send(bytesOf(notification('pingback', 'http://late.test/')));
        assert.match(late.head, /^HTTP\/1\.1 429 [\s\S]*retry-after: \d+/i);
        // Neighbours on the machine make all wait alike; the flood would make some wait.
        assert.ok(p99 < Math.max(200, 10 * median), `a reader waited ${p99} ms, and ${median} mostly`);
      },
    },
    expect: { rows: most, lagMs: 250, afterwards: 429 },
  };
}

/** Hosts of their own domains and blocks that take the connection and never say a word; and one honest page behind them. */
function hangingHosts(count: number, withinMs: number): AttackCase {
  const hosts = Array.from({ length: count }, (_, n) => [`h${n}.test`, `11.${n >> 8}.${n & 255}.1`] as const);
  return {
    title: `${count} hosts that hang, and one honest page behind them`,
    full: true,
    config: { limits: { ...NO_CLIENT, firstDelay: 0 } },
    dns: Object.fromEntries([...hosts, ['honest.test', PUBLIC] as const].map(([name, at]) => [name, [at]])),
    dial: { ...Object.fromEntries(hosts.map(([, at]) => [`${at}:80`, hang])), [`${PUBLIC}:80`]: linking },
    deed: {
      drill: async (drill) => {
        const { rig } = drill;
        await pour(drill, count, (at) => ({ source: `http://h${at}.test/` }));
        const began = performance.now();
        await rig.send(bytesOf(notification('pingback', 'http://honest.test/')));
        const isLive = async () =>
          (await rig.mentions()).some(({ source, link }) => source === 'http://honest.test/' && link === 'live');
        while (!(await isLive()) && performance.now() - began < withinMs + 10_000)
          await new Promise((resolve) => setTimeout(resolve, 100));
        const took = performance.now() - began;
        drill.figure(`the honest one was verified after ${(took / 1000).toFixed(1)} s`);
        assert.ok(took <= withinMs, `it took ${Math.round(took)} ms`);
      },
    },
    expect: { lagMs: 250 },
  };
}

function targetFlood(count: number, full?: true): AttackCase {
  return {
    title: `${count.toLocaleString('en')} sources for one post`,
    ...(full && { full }),
    config: { limits: { ...NO_CLIENT, ...LATER } },
    deed: {
      drill: async (drill) => {
        const statuses = await pour(drill, count, (at) => ({ source: `http://s${at}.test/` }));
        assert.deepEqual(statuses, { 200: 500, 429: count - 500 });
        const other = await drill.rig.send(
          bytesOf(notification('pingback', 'http://friend.test/', 'http://alice.example/post/7')),
        );
        assert.equal(other.status, 200);
        assert.equal(await drill.rig.rows(), 501);
      },
    },
    expect: { rows: 501, lagMs: 250, afterwards: 429 },
  };
}

export const group: Group = {
  letter: 'F',
  title: 'reflection, amplification, floods',
  rows: [
    row('123', 1, 'memory of the limits', [CROWD, CROWD_BY_SOCKET]),
    row('126', 0, 'a flood into the queue', [queueFlood(2_000, 1_000), queueFlood(100_000, 10_000, true)]),
    row('127', 0, 'those that hang in front', [hangingHosts(200, 30_000)]),
    row('128', 1, 'a flood at one post', [targetFlood(800), targetFlood(10_000, true)]),
  ],
};
