import { countLeft, type Damage, damageOf, type Eye, outcomesOf } from '../crash/damage.ts';
import { type Acknowledged, type Load, putLoad } from '../crash/load.ts';
import { openerFrom } from '../crash/status-ids.ts';
import { openWorld, type World } from '../crash/web.ts';
import { type Server, serve } from '../support/command.ts';
import { poll } from '../support/poll.ts';
import { ask, type PostgresServer } from '../support/postgres/server.ts';
import { openProxy, type Relay } from './proxy.ts';

type Role = 'web' | 'worker';

/** Two processes that take in and two that work, on one database that is reached through a proxy, and a web around them. */
export interface Fleet extends AsyncDisposable {
  readonly world: World;
  readonly proxy: Relay;
  /** Whoever is behind the proxy. */
  database: PostgresServer;
  readonly webs: Server[];
  readonly workers: Server[];
  start(role: Role, env?: Record<string, string>): Promise<Server>;
  /** What was acknowledged besides the load that is settled. */
  readonly extra: Acknowledged[];
  /** Asks the database itself, as its owner. */
  readonly eye: Eye;
  /** Begins to send to all that take in. */
  load(round: number): FleetLoad;
}

export interface FleetLoad {
  soFar(): { readonly acknowledged: number; readonly turnedAway: number };
  /** Resolves when so many more were acknowledged. */
  more(count: number, withinMs?: number): Promise<void>;
  /** Ends it; answers everything that was acknowledged. Calling twice is fine. */
  stop(): Promise<readonly Acknowledged[]>;
}

export async function openFleet(database: PostgresServer, flags: readonly string[] = []): Promise<Fleet> {
  const world = await openWorld();
  const proxy = await openProxy(database.port);
  const name = (await database.createDatabase()).split('/').at(-1) ?? '';
  const url = database.url(name).replace(/:\d+\//, `:${proxy.port}/`);
  const args = ['--database', url, '--site', world.site, '--watch', world.feed, '--watch-every', '1', ...flags];
  const network = ['--allow-network', '127.0.0.0/8', '--limits', 'off', '--public-url', 'https://hear.example'];
  // Whatever still ran would keep the process alive that asked for it.
  const started: Server[] = [];
  const start = async (role: Role, env = {}) => {
    const server = await serve([...args, ...network, '--role', role], env);
    started.push(server);
    return server;
  };
  const webs: Server[] = [];
  const workers: Server[] = [];
  const fleet: Fleet = {
    ...{ world, proxy, database, webs, workers, start },
    extra: [],
    eye: async (text) => (await ask(fleet.database.url(name), text)).rows,
    load: (round) => loadOf(fleet, round),
    async [Symbol.asyncDispose]() {
      await Promise.all(started.map((server) => server.stop('SIGKILL')));
      await proxy[Symbol.asyncDispose]();
      await world[Symbol.asyncDispose]();
    },
  };
  try {
    // The first makes the tables.
    webs.push(await start('web'));
    const rest = (['web', 'worker', 'worker'] as const).map(async (role) => fleet[`${role}s`].push(await start(role)));
    const broken = (await Promise.allSettled(rest)).find((one) => one.status === 'rejected');
    if (broken) throw broken.reason;
    return fleet;
  } catch (error) {
    await fleet[Symbol.asyncDispose]();
    throw error;
  }
}

function loadOf({ webs, world }: Fleet, round: number): FleetLoad {
  const end = new AbortController();
  const loads: Load[] = webs.map(({ url }, web) =>
    putLoad(url, {
      target: world.target,
      // Each client in a network of its own, for those of one network are asked one after the other.
      source: (client, page) => world.source(round * 50 + web * 10 + client, client, page),
      patientUntil: end.signal,
    }),
  );
  let stopped: Promise<readonly Acknowledged[]> | undefined;
  const soFar = () => {
    const counts = loads.map((load) => load.soFar());
    const sum = (name: 'acknowledged' | 'turnedAway') => counts.reduce((total, one) => total + one[name], 0);
    return { acknowledged: sum('acknowledged'), turnedAway: sum('turnedAway') };
  };
  return {
    soFar,
    async more(count, withinMs = 60_000) {
      const wanted = soFar().acknowledged + count;
      await poll(
        async () => soFar().acknowledged,
        (now) => now >= wanted,
        { withinMs },
      );
    },
    stop() {
      end.abort();
      stopped ??= Promise.all(loads.map((load) => load.all)).then((all) => all.flat());
      return stopped;
    },
  };
}

export interface Outcome extends Damage {
  readonly acknowledged: number;
  readonly turnedAway: number;
  readonly checked: number;
  /** Sources that were asked for more than once, more than twice, and the most that one was. */
  readonly askedAgain: number;
  readonly askedThrice: number;
  readonly mostAsked: number;
  readonly told: number;
  /** Links that were to be told, and are not. */
  readonly untold: number;
  /** Told twice: with a mark in the trace, as a crash between telling and noting it makes unavoidable, and without. */
  readonly retoldMarked: number;
  readonly retold: number;
}

/** Waits until nothing is left to be done, and compares what there is with what was acknowledged. */
export async function settle(
  fleet: Fleet,
  load: FleetLoad,
  { withinMs = 120_000, aheadMs = 0 } = {},
): Promise<Outcome> {
  const { eye, world } = fleet;
  const { turnedAway } = load.soFar();
  const acknowledged = [...(await load.stop()), ...fleet.extra];
  const left = async () => {
    const unknown = (await outcomesOf(eye, world.links)).filter((state) => /^(?:unknown|queued|retrying)/.test(state));
    return (await countLeft(eye, Date.now() + aheadMs)) + unknown.length;
  };
  await poll(left, (count) => count === 0, { withinMs, everyMs: 200 });
  const [secret] = await eye(`SELECT value FROM secret WHERE name = 'status'`);
  const [checked] = await eye(`SELECT count(*) AS n FROM mention WHERE link <> 'unverified'`);
  const marked =
    await eye(`SELECT DISTINCT d.source, d.target FROM delivery AS d JOIN "traceStep" AS t ON t.subject = d.id
    WHERE t.reason LIKE '%may hear this twice%'`);
  const marks = new Set(marked.map((row) => `${row.source} ${row.target}`));
  const retold = [...world.told].filter(([, times]) => times > 1).map(([link]) => link);
  const asked = [...world.asked.values()];
  return {
    acknowledged: acknowledged.length,
    turnedAway,
    ...(await damageOf(eye, { acknowledged, approved: [] }, openerFrom(secret?.value))),
    checked: Number(checked?.n),
    askedAgain: asked.filter((times) => times > 1).length,
    askedThrice: asked.filter((times) => times > 2).length,
    mostAsked: Math.max(0, ...asked),
    told: [...world.links].filter((link) => world.told.has(link)).length,
    untold: [...world.links].filter((link) => !world.told.has(link)).length,
    retoldMarked: retold.filter((link) => marks.has(link)).length,
    retold: retold.filter((link) => !marks.has(link)).length,
  };
}
