import { expect, it } from 'vitest';
import { runRounds } from './rounds.ts';

const SEEDS = [20_261_124, 20_261_125];

it(`R1: fifty kills lose nothing acknowledged and double nothing (seeds ${SEEDS.join(', ')})`, async () => {
  // Two servers side by side, for most of a round is the start of a process, and that needs one core.
  const reports = await Promise.all(SEEDS.map((seed) => runRounds(25, seed)));
  for (const { acknowledged, approved, told, retold: _, gaveUp: __, ...rest } of reports) {
    const nothing = { lost: 0, doubled: 0, invalid: 0, forgotten: 0, unsound: 0, untold: 0, hammered: 0 };
    expect(rest).toEqual({ rounds: 25, ...nothing });
    expect(acknowledged).toBeGreaterThan(100);
    expect(approved).toBeGreaterThan(0);
    expect(told).toBeGreaterThan(0);
  }
}, 600_000);
