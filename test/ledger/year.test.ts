import { expect, it } from 'vitest';
import { ACTS } from './acts.ts';
import { writeYear } from './script.ts';
import { liveYear } from './year.ts';

it('a year of links: each event is told of once, nothing is lost by an outage, budgets are kept', {
  timeout: 600_000,
}, async () => {
  const { wrong, requests, planned, ...figures } = await liveYear(500, 1);
  console.log(JSON.stringify({ requests, planned, ...figures }));
  expect(wrong).toEqual([]);
  expect(figures.mostAtOnce).toBe(1);
  expect(figures.mostPerHour).toBeLessThanOrEqual(10);
  expect(figures.mostPerDay).toBeLessThanOrEqual(50);
  expect(requests / planned).toBeGreaterThan(0.85);
  expect(requests / planned).toBeLessThan(1.15);
  expect(figures.unchanged).toBeGreaterThan(requests / 4);
});

it('the script has every act in it', () => {
  const played = new Set(writeYear(60, 1).flatMap(({ scenes }) => scenes.map(({ act }) => act.name)));
  for (const { name } of ACTS) expect(played).toContain(name);
});
