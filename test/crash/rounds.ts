import { setTimeout as pause } from 'node:timers/promises';
import { serve, temporary } from '../support/command.ts';
import { type Damage, inspect } from './inspect.ts';
import { type Acknowledged, putLoad } from './load.ts';

export interface Report extends Damage {
  readonly rounds: number;
  readonly acknowledged: number;
}

const LONGEST_LIFE_MS = 250;

/**
 * Kills the real server with signal 9 again and again while pingbacks come in, and looks each time after the restart
 * whether anything acknowledged is missing. The moment of the kill, some milliseconds after the first acknowledgement,
 * follows from the seed.
 */
export async function runRounds(rounds: number, seed: number, onRound?: (round: number) => void): Promise<Report> {
  await using directory = await temporary();
  const args = ['--site', 'https://home.example/', '--data', directory.path, '--allow-network', '127.0.0.0/8'];
  const fraction = randomFrom(seed);
  const acknowledged: Acknowledged[] = [];
  const damage: Damage[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const server = await serve(args);
    const before = acknowledged.length;
    const load = putLoad(server.url, round);
    await load.first;
    await pause(fraction() * LONGEST_LIFE_MS);
    await server.stop('SIGKILL');
    acknowledged.push(...(await load.all));
    damage.push(inspect(directory.path, acknowledged.slice(before)));
    onRound?.(round + 1);
  }
  // At last everything ever acknowledged, after a restart and an orderly end.
  await (await serve(args)).stop();
  damage.push(inspect(directory.path, acknowledged));
  const sum = (name: keyof Damage) => damage.reduce((total, one) => total + one[name], 0);
  const found = { lost: sum('lost'), doubled: sum('doubled'), forgotten: sum('forgotten'), unsound: sum('unsound') };
  return { rounds, acknowledged: acknowledged.length, ...found };
}

/** mulberry32: enough chance for choosing moments, and the same again for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
