import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { openPostgresStore } from '../packages/server/dist/storage/postgres/open.js';
import { startPostgres } from '../test/support/postgres/server.ts';
import { startFloor } from './lib/child.ts';
import { type Figure, type Subject, spreadOf } from './lib/figure.ts';
import { TARGET } from './lib/page.ts';
import { PAGE_HOSTS } from './lib/page-hosts.ts';
import { timed } from './lib/rounds.ts';

const SIZES = [1, 2, 4];
/** Eight at once, each answered in 200 ms. */
const MOST_A_SECOND = 40;
const LOOK_MS = 10;
const SITE = { id: 'site', url: 'https://site.example/', name: 'Site', receive: true, send: false, announce: false };

interface Worker {
  readonly child: ChildProcess;
  readonly lines: Interface;
}

/** Sources verified per second by one, two and four workers on one database, against what waiting for the sources allows. */
export const workers: Subject = async ({ rounds, seconds }) => {
  const server = await startPostgres({ fsync: true });
  const pages = await startFloor('slow-pages');
  const { port } = new URL(pages.url);
  const rates = new Map(SIZES.map((size) => [size, [] as number[]]));
  const costs: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1)
      for (const size of SIZES) {
        const { perSecond, cpuMs } = await measure(await server.createDatabase(), port, size, seconds);
        rates.get(size)?.push(perSecond);
        costs.push(cpuMs);
      }
  } finally {
    await pages.stop();
    await server.stop();
  }
  return SIZES.map((size) => figureOf(size, rates.get(size) ?? [], rates.get(1) ?? [], spreadOf(costs).median));
};

function figureOf(size: number, values: readonly number[], ones: readonly number[], cpuMs: number): Figure {
  const floors = values.map((_, round) => (size === 1 ? MOST_A_SECOND : size * (ones[round] ?? Number.NaN)));
  return {
    name: `verified sources, ${size} ${size === 1 ? 'worker' : 'workers'} on PostgreSQL`,
    unit: '/s',
    value: spreadOf(values),
    floor: spreadOf(floors),
    ratio: spreadOf(values.map((value, round) => value / (floors[round] ?? Number.NaN))),
    goal: { of: 'ratio', is: 'at least', bound: 0.9 },
    condition: `8 at once in each, pages of 100 kB from ${PAGE_HOSTS.length} addresses that answer in 200 ms, limits off; floor: ${size === 1 ? '40 a second' : `${size} times what one did in the same round`}; a verification takes ${cpuMs.toFixed(1)} ms of a worker’s processor`,
  };
}

/** Everything is there before the workers begin, so that only they are measured; the first tenth warms them up. */
async function measure(url: string, port: string, size: number, seconds: number) {
  const store = await openPostgresStore({ url, clock: { now: () => Date.now() } });
  await store.sites.configure({ ...SITE, feed: undefined, sitemap: undefined });
  const count = Math.ceil(MOST_A_SECOND * size * seconds);
  const accept = (n: number) => {
    const source = `http://${PAGE_HOSTS[n % PAGE_HOSTS.length]}:${port}/plain/${n}`;
    const at = Date.now();
    return store.mentions.accept({
      ...{ id: `m${n}`.padEnd(22, '0'), site: SITE.id, source, target: TARGET, sourceKey: source },
      ...{ targetKey: 'site.example/2024/05/a-post', protocol: 'pingback', receivedAt: at, verifyAfter: at },
      ...{ group: new URL(source).host, sender: undefined },
    });
  };
  const running = await Promise.all(Array.from({ length: size }, () => startWorker(url)));
  try {
    await Promise.all(Array.from({ length: 16 * size }, (_, n) => accept(n)));
    await untilDone(store);
    const before = await Promise.all(running.map(cpuOf));
    const all = () =>
      Promise.all(Array.from({ length: count }, (_, n) => accept(1000 + n))).then(() => untilDone(store));
    const perSecond = count / (await timed(all));
    const after = await Promise.all(running.map(cpuOf));
    const cpuMs = after.reduce((sum, ms, at) => sum + ms - (before[at] ?? 0), 0) / count;
    return { perSecond, cpuMs };
  } finally {
    await Promise.all(running.map(({ child }) => stop(child)));
    await store.close();
  }
}

async function startWorker(database: string): Promise<Worker> {
  const settings = { database, role: 'worker', port: 0, publicUrl: 'https://hear.example', limits: 'off' };
  const program = fileURLToPath(new URL('./floors/worker.ts', import.meta.url));
  const child = spawn(process.execPath, [program], {
    env: { ...process.env, WORKER: JSON.stringify({ ...settings, sites: [SITE.url], allowNetwork: ['127.0.0.0/8'] }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  await once(lines, 'line');
  return { child, lines };
}

/** Milliseconds of processor time that it used so far. */
async function cpuOf({ child, lines }: Worker): Promise<number> {
  const line = once(lines, 'line');
  child.kill('SIGUSR2');
  return Number((await line)[0]);
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}

async function untilDone(store: Awaited<ReturnType<typeof openPostgresStore>>): Promise<void> {
  for (;;) {
    const { dead } = await store.jobs.counts();
    if (dead > 0) throw new Error(`${dead} verifications were given up.`);
    // Other jobs are never over.
    if ((await store.jobs.nextStart(['verify'])) === undefined) return;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
