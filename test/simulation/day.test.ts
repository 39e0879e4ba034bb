import { expect, it } from 'vitest';
import { simulate } from '../../bench/simulation/day.ts';
import { createEvents } from '../../bench/simulation/events.ts';
import { type House, OFF, USUAL } from '../../bench/simulation/model.ts';

const COSTS = { accept: 0.1, verify: 10, beside: 0 };
const STREAM = { name: 'one', perSecond: 1_000, from: 0, until: 0.1, domains: 4, sites: 1, answerMs: 100, fixed: true };
const HOUSE: House = { workers: 1, room: 16, costs: COSTS, limits: OFF, streams: [STREAM], seconds: 600, seed: 1 };

it('events happen in the order of their times, and those of one time in the order of their making', () => {
  const events = createEvents();
  const seen: string[] = [];
  for (const [time, name] of [
    [5, 'c'],
    [1, 'a'],
    [5, 'd'],
    [2, 'b'],
    [9, 'never'],
  ] as const)
    events.at(time, () => seen.push(name));
  events.run(8);
  expect([seen.join(''), events.now()]).toEqual(['abcd', 8]);
});

it('each domain is asked one page at a time: a hundred pages of four domains take 25 answers and looks', () => {
  const { lastAt, verified } = simulate(HOUSE);
  expect(verified).toEqual({ one: 100 });
  // Four looks share the processor: 25 rounds of an answer, of one look at least and of four and a rest at most.
  expect(lastAt).toBeGreaterThan(25 * 110);
  expect(lastAt).toBeLessThan(25 * 151);
});

it('the processor bounds what pages that answer at once cannot', () => {
  const { lastAt } = simulate({ ...HOUSE, streams: [{ ...STREAM, domains: 100, answerMs: 0 }] });
  expect(lastAt).toBeGreaterThanOrEqual(1_000);
  expect(lastAt).toBeLessThan(1_050);
});

it('two workers are twice as fast where the processor is what lacks', () => {
  const streams = [{ ...STREAM, domains: 100, answerMs: 0 }];
  const [one, two] = [1, 2].map((workers) => simulate({ ...HOUSE, workers, streams }).lastAt);
  expect((one ?? 0) / (two ?? 1)).toBeGreaterThan(1.8);
});

it('a wave against one site is turned away at its limits, and the mentions of others do not wait for it', () => {
  const honest = { ...STREAM, name: 'honest', perSecond: 0.1, until: 7_200, domains: 1_000, sites: 100, fixed: false };
  const wave = {
    ...honest,
    name: 'wave',
    perSecond: 50,
    from: 600,
    until: 1_200,
    domains: 1_000,
    sites: 1,
    answerMs: 2_000,
  };
  const house: House = { ...HOUSE, limits: USUAL, streams: [honest, wave], seconds: 3_600 };
  const day = simulate(house);
  expect(day.refused.wave).toBeGreaterThan(5_000);
  // Those to the very site that is attacked.
  expect(day.refused.honest ?? 0).toBeLessThan((day.accepted.honest ?? 0) / 50);
  expect(day.wait.honest?.p99).toBeLessThan(60_000);
  expect(simulate(house)).toEqual(day);
  expect(simulate({ ...house, seed: 2 })).not.toEqual(day);
});
