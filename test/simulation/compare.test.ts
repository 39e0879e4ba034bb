import { expect, it } from 'vitest';
import { predict } from '../../bench/simulation/compare.ts';
import { createEvents } from '../../bench/simulation/events.ts';
import { createProcessor } from '../../bench/simulation/processor.ts';

it('of what comes together nobody is done before a part of each was, and they end one after the other', () => {
  const events = createEvents();
  const processor = createProcessor(events);
  const ended: [string, number][] = [];
  const spend = (name: string, ms: number) => processor.spend(ms, () => ended.push([name, events.now()]));
  for (const name of ['one', 'two', 'three']) spend(name, 10);
  events.at(12, () => processor.add(1));
  events.at(22, () => spend('late', 2));
  events.run(100);
  expect(ended).toEqual([
    ['one', 21],
    ['two', 26],
    ['three', 31],
    ['late', 33],
  ]);
  expect(processor.askedMs()).toBe(33);
});

it.each([1, 2, 5])('looks are predicted between two bounds, on a machine %i times as slow', (times) => {
  const costs = { accept: 0, verify: 7 * times, beside: 12 * times };
  expect(predict(costs, 1, 300)).toBeCloseTo(300 + 19 * times, 6);
  for (const mentions of [300, 1_000, 2_000]) {
    const rounds = Math.ceil(mentions / 16);
    const ms = predict(costs, mentions, 300);
    // Never faster than if each began when another ends, nor slower than if all began when all have ended.
    expect(ms).toBeGreaterThan(rounds * Math.max(300 + costs.beside, 16 * costs.verify));
    expect(ms).toBeLessThan(rounds * (300 + costs.beside + 16 * costs.verify));
  }
});
