import { setTimeout as pause } from 'node:timers/promises';
import { CLOCK, withHooks } from '../support/hooks.ts';
import { poll } from '../support/poll.ts';
import { startPostgres } from '../support/postgres/server.ts';
import { type Fleet, type FleetLoad, type Outcome, openFleet, settle } from './fleet.ts';
import { openPair } from './pair.ts';

/** How long things take in the long form, and in the short one. */
export interface Scale {
  readonly outageMs: number;
  /** Acknowledged before the fault, and after it. */
  readonly around: number;
  /** Of each fault; of ends of connections five times as many, of cuts ten times. */
  readonly times: number;
  /** Whether what a killed worker had begun is waited for, or the clock is set forward by a minute. */
  readonly waits: boolean;
}

export const LONG: Scale = { outageMs: 60_000, around: 100, times: 20, waits: true };
export const SHORT: Scale = { outageMs: 1_500, around: 40, times: 1, waits: false };

/** A cluster of its own takes some 60 MB of it. */
const DISK_MB = 250;

const NEXT = new URL('./hooks/next-version.ts', import.meta.url);

export type FaultReport = Outcome & { readonly fault: string; readonly notes: string };
/** Does harm to a fleet under load; answers what there is to say of it. */
type Deed = (fleet: Fleet, load: FleetLoad, scale: Scale) => Promise<string>;

export const DEEDS: Readonly<Record<string, Deed>> = {
  'server killed': async ({ database }, load, { around, times }) => {
    for (let n = 0; n < times; n += 1) {
      await database.kill();
      await database.start();
      await load.more(around);
    }
    return `kill -9 of PostgreSQL, ${times} times`;
  },
  outage: async ({ database, webs, workers }, load, { around, outageMs }) => {
    await database.kill();
    const begun = load.soFar().turnedAway;
    const servers = [...webs, ...workers];
    const statusOf = async (path: string) =>
      (await Promise.all(servers.map(({ url }) => fetch(url + path)))).map((reply) => reply.status);
    await poll(
      () => statusOf('/readyz'),
      (all) => all.every((status) => status === 503),
    );
    const alive = await statusOf('/healthz');
    await pause(outageMs);
    const turnedAway = load.soFar().turnedAway - begun;
    await database.start();
    const backAt = Date.now();
    await load.more(1);
    const backMs = Date.now() - backAt;
    await poll(
      () => statusOf('/readyz'),
      (all) => all.every((status) => status === 200),
    );
    await load.more(around);
    if (alive.some((status) => status !== 200)) throw new Error(`/healthz gave ${alive}`);
    return `away for ${outageMs / 1000} s, ${turnedAway} turned away with 503, accepted again ${backMs} ms after its return`;
  },
  'connections terminated': async ({ eye }, load, { around, times }) => {
    let ended = 0;
    for (let n = 0; n < 5 * times; n += 1) {
      const rows = await eye(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'hearback%'`,
      );
      ended += rows.length;
      await load.more(Math.ceil(around / 10));
    }
    return `${ended} connections ended by pg_terminate_backend`;
  },
  'network cut': async ({ proxy }, load, { around, times }) => {
    for (let n = 0; n < 10 * times; n += 1) {
      proxy.cut();
      await load.more(Math.ceil(around / 20));
    }
    return `all connections reset ${10 * times} times, at whatever was on its way`;
  },
  'two versions': async (fleet, load, { around }) => {
    const version = async () => Number((await fleet.eye('SELECT version FROM "schemaVersion"'))[0]?.version);
    const before = await version();
    const [older] = fleet.workers;
    fleet.webs.push(await fleet.start('web', withHooks(NEXT)));
    fleet.workers.push(await fleet.start('worker', withHooks(NEXT)));
    await load.more(around);
    const both = fleet.load(2);
    await both.more(around);
    const end = await older?.stop();
    await load.more(around);
    fleet.extra.push(...(await both.stop()));
    return `schema ${before} became ${await version()} under load, and processes of both worked on; one older ended with ${end?.code}`;
  },
  'workers killed': async (fleet, load, { around, times }) => {
    const { workers, world, start } = fleet;
    let killed = 0;
    // In turns one and both at once: the other one goes on, or nobody does.
    for (let n = 0; n < 7 * times; n += 1) {
      const busy = new Promise<void>((resolve) => world.at('source-half', 3, resolve));
      await Promise.race([busy, load.more(around)]);
      const dead = workers.splice(0, 1 + (n % 2));
      await Promise.all(dead.map((worker) => worker.stop('SIGKILL')));
      killed += dead.length;
      workers.push(...(await Promise.all(dead.map(() => start('worker')))));
    }
    await load.more(around);
    return `${killed} workers killed in the middle of checks, one or both at a time`;
  },
  'disk full': async ({ database, webs }, load, { around, times }) => {
    const before = load.soFar().turnedAway;
    let ended = 0;
    for (let n = 0; n < Math.ceil(times / 4); n += 1) {
      const turnedAway = load.soFar().turnedAway;
      await database.fill();
      await poll(
        async () => load.soFar().turnedAway,
        (now) => now >= turnedAway + 20,
        { withinMs: 60_000 },
      );
      const alive = await Promise.all(webs.map(({ url }) => fetch(`${url}/healthz`)));
      if (alive.some(({ status }) => status !== 200)) throw new Error('/healthz failed on a full disk');
      await database.empty();
      if (!database.isRunning()) {
        ended += 1;
        await database.start();
      }
      await load.more(around);
    }
    return `the disk of PostgreSQL filled to the last byte ${Math.ceil(times / 4)} times, which ended the server ${ended} times; ${load.soFar().turnedAway - before} turned away with 503`;
  },
};

/** One fleet on a server of its own, one fault or several joined by ` + `, and what there is afterwards. */
export async function runFault(fault: string, scale: Scale): Promise<FaultReport> {
  if (FAILOVERS.includes(fault)) return runFailover(fault, scale);
  const database = await startPostgres({ fsync: true, ...(fault.includes('disk full') && { diskMb: DISK_MB }) });
  try {
    await using fleet = await openFleet(database);
    const all: Deed = async (...given) => {
      const notes: string[] = [];
      for (const name of fault.split(' + ')) notes.push((await DEEDS[name]?.(...given)) ?? `there is no fault ${name}`);
      return notes.join('; ');
    };
    return await underLoad(fleet, fault, all, scale);
  } finally {
    await database.stop();
  }
}

async function underLoad(fleet: Fleet, fault: string, deed: Deed, scale: Scale): Promise<FaultReport> {
  const load = fleet.load(1);
  await load.more(scale.around);
  // What the first look at the feed finds was there before, and is told nobody.
  await poll(
    () => fleet.eye('SELECT site FROM listing'),
    (rows) => rows.length > 0,
  );
  for (let post = 1; post <= scale.times; post += 1) fleet.world.publish(post);
  const notes = await deed(fleet, load, scale);
  await load.stop();
  if (!scale.waits) await renewWorkers(fleet);
  const begun = Date.now();
  const outcome = await settle(fleet, load, scale.waits ? { withinMs: 600_000 } : { aheadMs: 60_000 });
  return { fault, notes: `${notes}; all done ${((Date.now() - begun) / 1000).toFixed(1)} s later`, ...outcome };
}

/** A minute ahead, so that the leases of what broke off are over. */
async function renewWorkers({ workers, start }: Fleet): Promise<void> {
  await Promise.all(workers.splice(0).map((worker) => worker.stop('SIGKILL')));
  const env = { ...withHooks(CLOCK), CLOCK_OFFSET_MS: '60000' };
  workers.push(...(await Promise.all([start('worker', env), start('worker', env)])));
}

export const FAILOVERS = ['failover, synchronous', 'failover, asynchronous'];

async function runFailover(fault: string, scale: Scale): Promise<FaultReport> {
  const isSynchronous = fault === FAILOVERS[0];
  await using pair = await openPair(isSynchronous);
  await using fleet = await openFleet(pair.primary);
  // Awaited here, or all would be gone before it begins.
  return await underLoad(
    fleet,
    fault,
    async (_, load) => {
      // The standby hears nothing more, as when it or the network hangs, and then the primary is gone.
      pair.cutOff();
      await pause(Math.min(scale.outageMs, 1_000));
      await pair.primary.kill();
      await pair.promote();
      fleet.database = pair.standby;
      fleet.proxy.leadTo(pair.standby.port);
      await load.more(scale.around);
      return 'the standby was cut off for a second, then the primary killed and the standby promoted';
    },
    scale,
  );
}
