import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpus } from 'node:os';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Store } from '../packages/server/dist/ports/index.js';
import { openPostgresStore } from '../packages/server/dist/storage/postgres/open.js';
import { startPostgres } from '../test/support/postgres/server.ts';
import { startFloor } from './lib/child.ts';
import { type Figure, type Subject, spreadOf } from './lib/figure.ts';
import { TARGET } from './lib/page.ts';
import { PAGE_HOSTS } from './lib/page-hosts.ts';
import { processorOf } from './lib/processor.ts';
import { timed } from './lib/rounds.ts';

const SIZES = [1, 2, 4];
/** Eight at once, each answered in 200 ms. */
const MOST_A_SECOND = 40;
const LOOK_MS = 20;
/** Verifications that each worker does before it is measured, so that its code is compiled. */
const WARM_UP = 80;
/** Within this all of them are accepted. */
const AHEAD_MS = 2_000;
const SITE = { id: 'site', url: 'https://site.example/', name: 'Site', receive: true, send: false, announce: false };

/** Sources verified per second by one, two and four workers on one database, against what waiting for the sources allows. */
export const workers: Subject = async ({ rounds, seconds }) => {
  const server = await startPostgres({ fsync: true });
  const pages = await startFloor('slow-pages');
  const { port } = new URL(pages.url);
  const rates = new Map(SIZES.map((size) => [size, [] as number[]]));
  const costs = new Map(SIZES.map((size) => [size, [] as Cost[]]));
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const size of SIZES) {
        const pids = { database: server.pid, pages: pages.pid };
        const { perSecond, cost } = await measure(await server.createDatabase(), port, size, seconds, pids);
        rates.get(size)?.push(perSecond);
        costs.get(size)?.push(cost);
      }
  } finally {
    await pages.stop();
    await server.stop();
  }
  return SIZES.map((size) => figureOf(size, rates.get(size) ?? [], rates.get(1) ?? [], costs.get(size) ?? []));
};

/** Milliseconds of processor time that one verification takes of each. */
interface Cost {
  readonly worker: number;
  readonly database: number;
  readonly pages: number;
}

function words(costs: readonly Cost[]): string {
  const of = (who: keyof Cost) => spreadOf(costs.map((cost) => cost[who])).median;
  const [worker, database, pages] = [of('worker'), of('database'), of('pages')];
  const all = worker + database + pages;
  return `a verification takes ${all.toFixed(1)} ms of processor: worker ${worker.toFixed(1)}, PostgreSQL ${database.toFixed(1)}, sources ${pages.toFixed(1)}; ${cpus().length} processors have ${((1000 * cpus().length) / all).toFixed(0)} of them a second to give`;
}

function figureOf(size: number, values: readonly number[], ones: readonly number[], costs: readonly Cost[]): Figure {
  const floors = values.map((_, round) => (size === 1 ? MOST_A_SECOND : size * (ones[round] ?? Number.NaN)));
  return {
    name: `verified sources, ${size} ${size === 1 ? 'worker' : 'workers'} on PostgreSQL`,
    unit: '/s',
    value: spreadOf(values),
    floor: spreadOf(floors),
    ratio: spreadOf(values.map((value, round) => value / (floors[round] ?? Number.NaN))),
    goal: { of: 'ratio', is: 'at least', bound: 0.9 },
    condition: `8 at once in each, pages of 100 kB from ${PAGE_HOSTS.length} addresses that answer in 200 ms, limits off; floor: ${size === 1 ? '40 a second' : `${size} times what one did in the same round`}; ${words(costs)}`,
  };
}

/** Everything is accepted before it is due, so that only the workers are measured. */
async function measure(
  url: string,
  port: string,
  size: number,
  seconds: number,
  pids: { readonly database: number; readonly pages: number },
) {
  const store = await openPostgresStore({ url, clock: { now: () => Date.now() } });
  await store.sites.configure({ ...SITE, feed: undefined, sitemap: undefined });
  let made = 0;
  const running = await Promise.all(Array.from({ length: size }, () => startWorker(url)));
  const spent = (): Cost => ({
    worker: running.reduce((sum, { pid }) => sum + processorOf(pid ?? 0), 0),
    database: processorOf(pids.database),
    pages: processorOf(pids.pages),
  });
  async function accept(count: number): Promise<void> {
    const [at, first] = [Date.now(), made];
    made += count;
    const sources = Array.from(
      { length: count },
      (_, n) => `http://${PAGE_HOSTS[n % PAGE_HOSTS.length]}:${port}/plain/${first + n}`,
    );
    const accepting = sources.map((source, n) =>
      store.mentions.accept({
        ...{ id: `m${first + n}`.padStart(22, '0'), site: SITE.id, source, target: TARGET, sourceKey: source },
        ...{ targetKey: 'site.example/2024/05/a-post', protocol: 'pingback', receivedAt: at },
        ...{ verifyAfter: at + AHEAD_MS, group: new URL(source).host, sender: undefined },
      }),
    );
    await Promise.all(accepting);
    await pause(at + AHEAD_MS - Date.now());
  }
  try {
    await accept(WARM_UP * size);
    await untilDone(store);
    const count = Math.ceil(MOST_A_SECOND * size * seconds);
    await accept(count);
    const before = spent();
    const perSecond = count / (await timed(() => untilDone(store)));
    const after = spent();
    const of = (who: keyof Cost) => (after[who] - before[who]) / count;
    return { perSecond, cost: { worker: of('worker'), database: of('database'), pages: of('pages') } };
  } finally {
    await Promise.all(running.map(stop));
    await store.close();
  }
}

async function startWorker(database: string): Promise<ChildProcess> {
  const settings = { database, role: 'worker', port: 0, publicUrl: 'https://hear.example', limits: 'off' };
  const program = fileURLToPath(new URL('./floors/worker.ts', import.meta.url));
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, WORKER: JSON.stringify({ ...settings, sites: [SITE.url], allowNetwork: ['127.0.0.0/8'] }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(createInterface({ input: child.stdout }), 'line');
  return child;
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

async function untilDone(store: Store): Promise<void> {
  // Other jobs are never over.
  while ((await store.jobs.nextStart(['verify'])) !== undefined) await pause(LOOK_MS);
  const { dead } = await store.jobs.counts();
  if (dead > 0) throw new Error(`${dead} verifications were given up.`);
}
