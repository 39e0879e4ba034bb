import { type Server, serve, temporary } from '../support/command.ts';
import { CLOCK, withHooks } from '../support/hooks.ts';
import { poll } from '../support/poll.ts';
import type { Damage } from './damage.ts';
import { deliveriesOf, inspect, workLeft } from './inspect.ts';
import { type Acknowledged, putLoad } from './load.ts';
import { becomeOwner, type Owner } from './owner.ts';
import { planOf, untilPoint } from './points.ts';
import { randomFrom } from './random.ts';
import { openWorld, type World } from './web.ts';

export interface Report extends Damage {
  readonly rounds: number;
  /** Notifications and approvals that the server confirmed. */
  readonly acknowledged: number;
  readonly approved: number;
  /** Links of new posts that were told, of those that were to be. */
  readonly told: number;
  readonly untold: number;
  /** Not told because the process ended three times while it was about to. */
  readonly gaveUp: number;
  /** Told more than once, as a crash between telling and noting it makes unavoidable. */
  readonly retold: number;
  /** Sources that were asked for more often than their attempts allow. */
  readonly hammered: number;
}

const MOST_ATTEMPTS = 6;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * Kills the real server with signal 9 again and again while notifications by all protocols come in, sources are read, an
 * owner approves and new posts are told of, and looks each time whether what it left is whole and has everything that was
 * acknowledged. At the end it has to finish all of its work. Moments and points follow from the seed.
 */
export async function runRounds(rounds: number, seed: number, onRound?: (round: number) => void): Promise<Report> {
  await using directory = await temporary();
  await using world = await openWorld();
  const network = ['--allow-network', '127.0.0.0/8', '--limits', 'off'];
  const args = [
    '--site',
    world.site,
    '--watch',
    world.feed,
    '--watch-every',
    '1',
    '--data',
    directory.path,
    ...network,
  ];
  const fraction = randomFrom(seed);
  const all = { acknowledged: [] as Acknowledged[], approved: [] as string[] };
  const damage: Damage[] = [];
  let owner: Owner | undefined;
  for (let round = 0; round < rounds; round += 1) {
    const plan = planOf(round, fraction);
    if (round === 0) {
      const first = await serve(args);
      owner = await becomeOwner(first);
      await first.stop();
    } else world.publish(round);
    const server = await serve(args, plan.env).catch(diedEarly);
    if (server) {
      const source = (client: number, page: number) => world.source(round, client, page);
      const load = putLoad(server.url, { target: world.target, source });
      const approving = owner?.approve(server.url);
      await load.first;
      await untilPoint(plan, world, server.ended);
      await server.stop('SIGKILL');
      const got = { acknowledged: await load.all, approved: (await approving) ?? [] };
      damage.push(await inspect(directory.path, got));
      all.acknowledged.push(...got.acknowledged);
      all.approved.push(...got.approved);
    }
    onRound?.(round + 1);
  }
  await finishWork(args, directory.path, rounds, world);
  // At last everything ever acknowledged.
  damage.push(await inspect(directory.path, all));
  const sum = (name: keyof Damage) => damage.reduce((total, one) => total + one[name], 0);
  return {
    rounds,
    acknowledged: all.acknowledged.length,
    approved: all.approved.length,
    lost: sum('lost'),
    doubled: sum('doubled'),
    invalid: sum('invalid'),
    forgotten: sum('forgotten'),
    unsound: sum('unsound'),
    ...(await tellings(world, directory.path)),
    hammered: [...world.asked.values()].filter((times) => times > MOST_ATTEMPTS).length,
  };
}

/** The hook may end the server before it listens. */
function diedEarly(error: unknown): undefined {
  if (!String(error).includes('hearback serve ended with null')) throw error;
}

/** Starts the server at later and later hours until all that waits, retries included, is done. */
async function finishWork(args: readonly string[], directory: string, rounds: number, world: World): Promise<void> {
  for (const hours of [1, 6, 16, 40, 80, 160]) {
    const offset = rounds * MINUTE + hours * HOUR;
    const server: Server = await serve(args, { ...withHooks(CLOCK), CLOCK_OFFSET_MS: String(offset) });
    // What waits for a later hour stays.
    const due = async () =>
      (await workLeft(directory, Date.now() + offset)) +
      (await deliveriesOf(directory, world.links)).filter((state) => state === 'unknown').length;
    await poll(due, (left) => left === 0, { everyMs: 500, withinMs: 240_000 });
    await server.stop();
    if ((await workLeft(directory)) === 0) return;
  }
  throw new Error(`${await workLeft(directory)} jobs were never finished.`);
}

/** A telling that ended with the process three times is given up, and says so: that is not forgotten. */
async function tellings(
  { links, told }: World,
  directory: string,
): Promise<Pick<Report, 'told' | 'untold' | 'gaveUp' | 'retold'>> {
  const heard = [...links].filter((link) => told.has(link));
  const retold = heard.filter((link) => (told.get(link) ?? 0) > 1);
  const others = [...links].filter((link) => !told.has(link));
  const gaveUp = (await deliveriesOf(directory, others)).filter((state) =>
    state.startsWith('failed: Given up: the program ended'),
  );
  return {
    told: heard.length,
    untold: others.length - gaveUp.length,
    gaveUp: gaveUp.length,
    retold: retold.length,
  };
}
