import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../storage/contract/opened.ts';
import { newJob } from '../storage/contract/samples.ts';
import { runMortals } from './mortals.ts';
import { openWork, type Work } from './work.ts';

let work: Work;
beforeEach(async () => {
  work = await openWork();
});
afterEach(() => work.close());

const enqueue = (...names: string[]) => Promise.all(names.map((name) => work.store.jobs.enqueue(newJob(name))));
/** Begins all that is due in a process that ends. */
async function lose(times = 1): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    await work.step().begin();
    for (const subject of work.running()) work.forget(subject);
    work.clock.advance(MINUTE);
  }
}

describe('jobs of a process that was killed', () => {
  it('all come back when their leases are over', async () => {
    const names = Array.from({ length: 60 }, (_, n) => `job${n}`);
    await enqueue(...names);
    await lose();
    const survivor = work.step();
    expect(await survivor.begin()).toBe(60);
    for (const name of names) work.end(name);
    await survivor.idle();
    expect(await work.store.jobs.counts()).toEqual({ waiting: 0, leased: 0, dead: 0 });
  });

  it('go before what is new, and take no more room than that would have had', async () => {
    await enqueue('a', 'b', 'c');
    await lose();
    await enqueue('fresh', 'other');
    const step = work.step({ room: { deliver: 2 } });
    expect(await step.begin()).toBe(2);
    expect(work.running()).toEqual(['a', 'b']);
    work.end('a');
    await work.ended();
    await step.begin();
    expect(work.running()).toEqual(['b', 'c']);
  });

  it('R5: one that may have ended three is alone: it waits for what runs, and what is new waits for it', async () => {
    await enqueue('suspect');
    await lose(2);
    await work.store.jobs.enqueue(newJob('check', { kind: 'verify' }));
    const step = work.step();
    const [taken] = await work.store.lostJobs.takeOver({
      now: work.clock.now(),
      leaseMs: MINUTE,
      room: new Map([['deliver', 1]]),
    });
    expect(taken?.takenOver).toBe('alone');
    expect(await step.begin()).toBe(1);
    expect(work.running()).toEqual(['check']);
    work.clock.advance(MINUTE);
    await enqueue('fresh');
    expect(await step.begin(), 'it waits for the check').toBe(0);
    expect(await step.next(), 'nothing may begin').toBeUndefined();
    work.clock.advance(30_000);
    await step.begin();
    work.clock.advance(30_000);
    expect(await step.begin(), 'its lease was made longer').toBe(0);
    work.end('check');
    await work.ended();
    expect(await step.begin()).toBe(1);
    expect(work.running()).toEqual(['suspect']);
    expect(await step.begin()).toBe(0);
    work.end('suspect');
    await work.ended();
    await step.begin();
    expect(work.running()).toEqual(['fresh']);
  });

  it('R5: what hangs for ever keeps nobody from being alone', async () => {
    await enqueue('suspect');
    await lose(3);
    await work.store.jobs.enqueue(newJob('hangs', { kind: 'map' }));
    const step = work.step();
    work.clock.advance(-MINUTE);
    await step.begin();
    expect(work.running()).toEqual(['hangs']);
    for (let n = 0; n < 11; n += 1) {
      work.clock.advance(MINUTE);
      await step.begin();
    }
    expect(work.running()).toEqual(['hangs', 'suspect']);
  });

  it('R5: a process that stops before the suspect begins leaves it to its lease, and it was no attempt', async () => {
    await enqueue('suspect');
    await lose(2);
    await work.store.jobs.enqueue(newJob('check', { kind: 'verify' }));
    const step = work.step();
    work.clock.advance(-MINUTE);
    await step.begin();
    work.clock.advance(MINUTE);
    await step.begin();
    expect(work.running()).toEqual(['check']);
    expect(await work.store.jobs.counts()).toEqual({ waiting: 0, leased: 2, dead: 0 });
    await step.release();
    expect(await work.store.jobs.counts()).toEqual({ waiting: 1, leased: 1, dead: 0 });
    work.clock.advance(MINUTE);
    const room = new Map([['deliver', 1]] as const);
    const taken = await work.store.lostJobs.takeOver({ now: work.clock.now(), leaseMs: MINUTE, room });
    expect(taken).toMatchObject([{ subject: 'suspect', attempts: 2, takenOver: 'alone' }]);
  });

  it('R5: all innocents are done and all that end their process are given up, in any order', async () => {
    const scene = fc.record({
      innocents: fc.integer({ min: 0, max: 30 }),
      killers: fc.integer({ min: 0, max: 3 }),
      processes: fc.integer({ min: 1, max: 3 }),
      shuffle: fc.infiniteStream(fc.nat(1_000)),
      /** Killed from outside, now and then. */
      kills: fc.integer({ min: 0, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(scene, async (given) => {
        const { done, buried, ends, minutes } = await runMortals(given);
        expect(done).toBe(given.innocents);
        expect(buried).toBe(given.killers);
        // Each ends a process in the crowd it came with, among many, among a few, and three times alone.
        expect(ends).toBeLessThanOrEqual(6 * given.killers + given.kills);
        expect(minutes).toBeLessThanOrEqual(2 * (ends + 1));
      }),
      { numRuns: Number(process.env.MORTALS ?? 5) },
    );
  });
});
