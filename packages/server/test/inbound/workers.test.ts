import { expect, it } from 'vitest';
import { createVerify } from '../../src/inbound/verify.ts';
import { createStep } from '../../src/jobs/step.ts';
import { readerHere } from '../support/reader-here.ts';
import { linking, openHouse, SOURCE } from './house.ts';

const LEASE_MS = 45_000;

it('R4: eight workers, one job and leases that run out: one change, one line of the trace', async () => {
  await using house = await openHouse();
  house.web.set(SOURCE, linking());
  const gates: (() => void)[] = [];
  house.onAsk = () => new Promise((resolve) => gates.push(resolve));
  const { store, http, clock, resolve } = house;
  const { random } = house.receiving;
  const failures: string[] = [];
  const workers = Array.from({ length: 8 }, () => {
    const verify = createVerify({ store, http, reader: readerHere, clock, random, resolve });
    const nothing = async () => ({ outcome: 'done' as const });
    const handlers = {
      verify,
      deliver: nothing,
      map: nothing,
      watch: nothing,
      hook: nothing,
      notice: nothing,
      avatar: nothing,
      chore: nothing,
    };
    return createStep({
      jobs: store.jobs,
      lostJobs: store.lostJobs,
      clock,
      random,
      handlers,
      onFailure: (_, reason) => failures.push(reason),
    });
  });
  const { id } = await house.tell().then(() => house.only());
  house.time.now += 5_000;

  const begun = await Promise.all(workers.map((worker) => worker.begin()));
  expect(begun.reduce((sum, count) => sum + count)).toBe(1);
  house.time.now += LEASE_MS;
  // The first one still runs, and knows nothing of its loss.
  const others = workers.filter((_, index) => begun[index] === 0);
  expect(await others[0]?.begin()).toBe(1);
  while (gates.length < 2) await new Promise<void>((done) => setImmediate(done));
  expect(house.asked).toEqual([SOURCE, SOURCE]);
  for (const open of gates) open();
  await Promise.all(workers.map((worker) => worker.idle()));

  const verified = (await store.mentions.trace(id)).filter(({ step }) => step !== 'received');
  expect(verified.map(({ step, outcome }) => `${step} ${outcome}`)).toEqual(['verified linked', 'judged pending']);
  expect(await house.only()).toMatchObject({ link: 'live', moderation: 'pending' });
  expect(await store.jobs.counts()).toEqual({ waiting: 0, leased: 0, dead: 0 });
  expect(failures).toEqual([]);
});
