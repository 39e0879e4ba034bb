import { parseArgs } from 'node:util';
import { compare } from './compare.ts';
import { simulate } from './day.ts';
import { type House, USUAL } from './model.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    workers: { type: 'string', default: '1' },
    spam: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    mentions: { type: 'string', default: '2000' },
  },
});

/** A host of a thousand blogs, and a spam wave from ten to noon. The costs are those of docs/scale.md. */
const DAY: House = {
  workers: Number(values.workers),
  room: 16,
  costs: { accept: 0.15, verify: 12, beside: 15 },
  limits: { ...USUAL, fetchesPerSecond: USUAL.fetchesPerSecond },
  streams: [
    { name: 'honest', perSecond: 0.2, from: 0, until: 86_400, domains: 20_000, sites: 1_000, answerMs: 400 },
    {
      name: 'spam',
      perSecond: Number(values.spam),
      from: 36_000,
      until: 43_200,
      domains: 3_000,
      sites: 1,
      answerMs: 3_000,
    },
  ],
  seconds: 86_400,
  seed: Number(values.seed),
};

if (positionals[0] === 'compare') process.exitCode = await compare(Number(values.mentions));
else print(DAY);

function print(house: House): void {
  const day = simulate(house);
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  console.log(`${house.workers} worker(s), seed ${house.seed}, processors ${(day.busy * 100).toFixed(1)} % busy`);
  for (const { name } of house.streams) {
    const wait = day.wait[name] ?? { median: 0, p99: 0, most: 0 };
    console.log(
      `${name.padEnd(7)} accepted ${day.accepted[name] ?? 0}, refused ${day.refused[name] ?? 0}, verified ${day.verified[name] ?? 0}; waited ${seconds(wait.median)} in the middle, ${seconds(wait.p99)} p99, ${seconds(wait.most)} at most`,
    );
  }
  for (const { hour, waiting, oldestMs } of day.hours)
    console.log(`${String(hour).padStart(2)}:00  ${waiting} wait, the oldest for ${seconds(oldestMs)}`);
}
