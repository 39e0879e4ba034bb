import { expect, it } from 'vitest';
import { costsOf, predict } from '../../bench/simulation/compare.ts';
import { createEvents } from '../../bench/simulation/events.ts';
import { createProcessor } from '../../bench/simulation/processor.ts';

it('what comes together is done together, but for the first, and what comes meanwhile is done in the next round', () => {
  const events = createEvents();
  const processor = createProcessor(events, 5);
  const ended: [string, number][] = [];
  const spend = (name: string, ms: number) => processor.spend(ms, () => ended.push([name, events.now()]));
  for (const name of ['one', 'two', 'three']) spend(name, 10);
  events.at(20, () => processor.add(1));
  events.at(30, () => spend('late', 2));
  events.run(100);
  expect(ended).toEqual([
    ['one', 15],
    ['two', 40],
    ['three', 40],
    ['late', 48],
  ]);
  expect(processor.askedMs()).toBe(48);
});

it.each([1, 2, 5])(
  'costs that are taken of looks alone and together predict looks that wait, on a machine %i times as slow',
  (times) => {
    const truth = { accept: 0, verify: 7 * times, round: 12 * times };
    const costs = costsOf(predict(truth, 1, 0), predict(truth, 16, 0));
    expect(costs.verify).toBeCloseTo(truth.verify, 6);
    expect(costs.round).toBeCloseTo(truth.round, 6);
    for (const mentions of [300, 1_000, 2_000]) {
      const rounds = Math.ceil(mentions / 16);
      const ms = predict(costs, mentions, 300);
      // Never faster than if each began when another ends, nor slower than if all began when all have ended.
      expect(ms).toBeGreaterThan(rounds * Math.max(300 + truth.verify + truth.round, 16 * truth.verify));
      expect(ms).toBeLessThan(rounds * (300 + 16 * truth.verify + 2 * truth.round));
    }
  },
);
