import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { victimOf } from '../../src/network/victim.ts';
import { DAY, firstOfEach, get, HOUR, leastGap, MINUTE, mostWithin, openVictimWorld, SECOND } from './victim-world.ts';

let world: Awaited<ReturnType<typeof openVictimWorld>>;
beforeAll(async () => {
  world = await openVictimWorld();
});
afterAll(() => world[Symbol.asyncDispose]());

/** No request outlives the deadline of the fetcher. */
const DEADLINE = 15 * SECOND;

const step = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant('ask' as const),
      process: fc.nat(1),
      domain: fc.nat(2),
      to: fc.option(fc.nat(2)),
      lasts: fc.nat(DEADLINE),
      times: fc.integer({ min: 1, max: 8 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('pass' as const),
      ms: fc.oneof(fc.nat(3 * SECOND), fc.nat(5 * MINUTE), fc.nat(HOUR), fc.nat(DAY)),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant('wall' as const), ms: fc.integer({ min: -400 * DAY, max: 400 * DAY }) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('restart' as const), process: fc.nat(1), after: fc.nat(3 * DAY) }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('reboot' as const), after: fc.nat(3 * DAY) }) },
);

/**
 * Whatever strangers send, whichever of two processes takes it, however the clock is set and however often either is
 * started again: in no hour of real time is a domain asked more than 20 times, in no day more than 100 times, in no two
 * seconds twice, and never two things at once; and the same goes for the unknown domains of one block together.
 */
test('no sequence of requests and clock moves exceeds a budget', { timeout: 120_000 }, async () => {
  let runs = 0;
  let asked = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const run = runs++;
      const name = (n: number) => `d${n}-${run}.test`;
      // The first two lie in one block, the third in its own; no run shares one with another.
      const block = (n: number) => `10.${run % 250}.${(Math.floor(run / 250) % 60) * 4 + (n === 2 ? 1 : 0)}.${n + 1}`;
      for (const n of [0, 1, 2]) world.addressesOf.set(name(n), [block(n)]);
      world.departures.length = 0;
      const processes = [world.start(), world.start()];
      let pages = 0;
      for (const one of steps) {
        if (one.act === 'pass') world.pass(one.ms);
        else if (one.act === 'wall') world.time.wall += one.ms;
        else if (one.act === 'restart') {
          world.pass(one.after);
          processes[one.process] = world.start();
        } else if (one.act === 'reboot') {
          world.pass(one.after);
          world.time.booted = world.time.real;
          for (const index of processes.keys()) processes[index] = world.start();
        } else {
          const http = processes[one.process]?.victims.http();
          const answered: (() => void)[] = [];
          world.onDepart.now = () => new Promise((resolve) => answered.push(resolve));
          for (let n = 0; n < one.times; n += 1) {
            const url = `http://${name(one.domain)}/${pages++}`;
            if (one.to !== null) world.redirects.set(url, `http://${name(one.to)}/r${pages++}`);
            let isOver = false;
            const request = http?.request(get(url)).finally(() => (isOver = true));
            // A second one tries to come in while the first is on its way.
            const other = processes[1 - one.process]?.victims.http().request(get(`${url}/other`));
            let otherIsOver = false;
            void other?.finally(() => (otherIsOver = true));
            world.pass(Math.floor(one.lasts / one.times));
            while (!isOver || !otherIsOver) {
              for (const answer of answered.splice(0)) answer();
              await new Promise((resolve) => setImmediate(resolve));
            }
            await Promise.all([request, other]);
          }
        }
      }
      asked += world.departures.length;
      check((url) => victimOf(url.href));
      check((_, [address = '']) => victimOf(`http://${address}/`));
    }),
    { numRuns: 30 },
  );
  // It would hold if nothing were ever asked.
  expect(asked).toBeGreaterThan(runs);
});

function check(keyOf: (url: URL, addresses: readonly string[]) => string): void {
  const groups = Map.groupBy(world.departures, ({ url, addresses }) => keyOf(url, addresses));
  for (const [key, departures] of groups) {
    const all = departures.map(({ at }) => at);
    expect(mostWithin(all, HOUR), `${key} in an hour`).toBeLessThanOrEqual(20);
    expect(mostWithin(all, DAY), `${key} in a day`).toBeLessThanOrEqual(100);
    const first = firstOfEach(departures);
    expect(leastGap(first.map(({ at }) => at)), `gap at ${key}`).toBeGreaterThanOrEqual(2 * SECOND);
    const ordered = first.toSorted((a, b) => a.at - b.at);
    for (const [index, { at }] of ordered.entries())
      expect(ordered[index - 1]?.endedAt ?? at, `two at once at ${key}`).toBeLessThanOrEqual(at);
  }
}
