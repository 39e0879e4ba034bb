import { expect, it } from 'vitest';
import { runRounds } from './rounds.ts';

it('R1: a hundred kills lose nothing acknowledged and double nothing', async () => {
  // Two servers side by side, for most of a round is the start of a process, and that needs one core.
  const reports = await Promise.all([runRounds(50, 20_261_124), runRounds(50, 20_261_125)]);
  for (const { acknowledged, ...rest } of reports) {
    expect(rest).toEqual({ rounds: 50, lost: 0, doubled: 0, forgotten: 0, unsound: 0 });
    expect(acknowledged).toBeGreaterThan(100);
  }
}, 300_000);
