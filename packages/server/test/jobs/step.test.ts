import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HearbackError } from '../../src/errors.ts';
import type { StepDeps } from '../../src/jobs/step.ts';
import { HOUR, MINUTE, NOON } from '../storage/contract/opened.ts';
import { newJob } from '../storage/contract/samples.ts';
import { openWork, type Work } from './work.ts';

let work: Work;
beforeEach(async () => {
  work = await openWork();
});
afterEach(() => work.close());

const enqueue = (...names: string[]) => Promise.all(names.map((name) => work.store.jobs.enqueue(newJob(name))));

describe('a step', () => {
  it('begins what is due and does not wait for its end', async () => {
    await enqueue('a', 'b');
    await work.store.jobs.enqueue(newJob('later', { startAfter: NOON + HOUR }));
    const step = work.step();
    expect(await step.begin()).toBe(2);
    expect(work.running()).toEqual(['a', 'b']);
    expect(await step.begin()).toBe(0);
    expect(await step.next()).toBe(NOON + 45_000);
    work.end('a');
    work.end('b');
    await step.idle();
    expect(await step.next()).toBe(NOON + HOUR);
    expect(await work.store.jobs.counts()).toEqual({ waiting: 1, leased: 0, dead: 0 });
  });

  it('a slow job takes one place, and the others go on around it', async () => {
    await enqueue('slow', 'b', 'c', 'd');
    let ended = 0;
    const step = work.step({ room: { deliver: 2 }, onEnd: () => (ended += 1) });
    await step.begin();
    for (const [end, next] of [
      ['b', 'c'],
      ['c', 'd'],
    ] as const) {
      expect(await step.next(), 'no room, nothing to come').toBeUndefined();
      const before = ended;
      work.end(end);
      while (ended === before) await new Promise<void>((resolve) => setImmediate(resolve));
      expect(await step.begin()).toBe(1);
      expect(work.running()).toEqual(['slow', next]);
    }
    work.end('slow');
    work.end('d');
    await step.idle();
    expect(work.failures).toEqual([]);
  });

  it('writes what came of a job once the store is back', async () => {
    await enqueue('a');
    let isAway = true;
    let pauses = 0;
    const { jobs } = work.store;
    const step = work.step({
      jobs: { ...jobs, finish: (job) => (isAway ? Promise.reject(new Error('away')) : jobs.finish(job)) },
      async pause() {
        pauses += 1;
        isAway = pauses < 3;
      },
    });
    await step.begin();
    work.end('a');
    await step.idle();
    expect(work.failures).toEqual(['a: away', 'a: away', 'a: away']);
    expect(await jobs.counts()).toEqual({ waiting: 0, leased: 0, dead: 0 });
  });

  it('tries a job soon again that only the store was in the way of', async () => {
    await enqueue('a');
    const handler = () => Promise.reject(new HearbackError('storage', 'The disk is full.'));
    const kinds = ['verify', 'deliver', 'map', 'watch', 'hook', 'notice', 'avatar', 'chore'];
    const handlers = Object.fromEntries(kinds.map((kind) => [kind, handler])) as unknown as StepDeps['handlers'];
    const step = work.step({ handlers });
    // However often: a database that is restarted again and again must not end what only it stood in the way of.
    for (let tries = 1; tries <= 5; tries += 1) {
      await step.begin();
      await step.idle();
      expect(await step.next()).toBe(NOON + tries * 10_000);
      work.clock.advance(10_000);
    }
    expect(await work.store.jobs.counts()).toMatchObject({ waiting: 1, dead: 0 });
  });

  it('each kind has its own room, and none at all when told so', async () => {
    await enqueue('a', 'b');
    await work.store.jobs.enqueue(newJob('v', { kind: 'verify' }));
    const step = work.step({ room: { deliver: 0, verify: 1 } });
    expect(await step.begin()).toBe(1);
    expect(work.running()).toEqual(['v']);
    work.end('v');
    await step.idle();
    expect(await step.next()).toBeUndefined();
  });

  it('checks that wait for others make room, up to eight times as many', async () => {
    let passed = 0;
    for (let n = 0; n < 20; n += 1) await work.store.jobs.enqueue(newJob(`v${n}`, { kind: 'verify' }));
    const step = work.step({ room: { verify: 2 }, elapsed: () => passed });
    const begun: number[] = [];
    for (let turn = 0; turn < 10; turn += 1) {
      begun.push(await step.begin());
      passed += 600;
    }
    expect(begun).toEqual([2, 2, 2, 2, 2, 2, 2, 2, 0, 0]);
    for (const subject of work.running()) work.end(subject);
    await step.idle();
  });

  it('puts back what is to be done later, and counts an attempt unless it merely waited', async () => {
    await enqueue('a');
    const step = work.step();
    await step.begin();
    work.end('a', { outcome: 'later', at: NOON + HOUR, reason: 'busy', keepAttempts: false });
    await step.idle();
    work.clock.advance(HOUR);
    await step.begin();
    work.end('a', { outcome: 'later', at: NOON + 2 * HOUR, reason: 'down' });
    await step.idle();
    work.clock.advance(HOUR);
    const [job] = await work.store.jobs.claim({ now: work.clock.now(), limit: 1, leaseMs: MINUTE });
    expect(job?.attempts).toBe(2);
  });

  it('buries what is hopeless', async () => {
    await enqueue('a');
    const step = work.step();
    await step.begin();
    work.end('a', { outcome: 'buried', reason: 'gone' });
    await step.idle();
    expect((await work.store.jobs.counts()).dead).toBe(1);
  });

  it('tries a job that throws three times, further and further apart', async () => {
    await enqueue('a');
    const step = work.step();
    for (const wait of [20 * MINUTE, 8 * HOUR]) {
      await step.begin();
      work.fail('a', 'broken');
      await step.idle();
      expect(await step.next()).toBe(work.clock.now() + wait);
      work.clock.advance(wait);
    }
    await step.begin();
    work.fail('a', 'broken');
    await step.idle();
    expect(await work.store.jobs.counts()).toEqual({ waiting: 0, leased: 0, dead: 1 });
    expect(work.failures).toEqual(Array(3).fill('a: broken'));
  });

  it('leases a long job on, and lets go of one that hangs', async () => {
    await enqueue('long');
    const step = work.step();
    await step.begin();
    for (let passed = 0; passed < 10 * MINUTE; passed += 30_000) {
      work.clock.advance(30_000);
      await step.begin();
      const room = new Map([['deliver', 1]] as const);
      expect(await work.store.lostJobs.takeOver({ now: work.clock.now(), leaseMs: 45_000, room })).toEqual([]);
    }
    work.clock.advance(MINUTE);
    const room = new Map([['deliver', 1]] as const);
    const [taken] = await work.store.lostJobs.takeOver({ now: work.clock.now(), leaseMs: 45_000, room });
    expect(taken?.attempts).toBe(2);
    work.end('long');
    await step.idle();
    expect((await work.store.jobs.counts()).leased).toBe(1);
  });

  it('R18: keeps its jobs when the clock is set forward, and forgets none when it is set back', async () => {
    let passed = 0;
    await enqueue('a');
    const step = work.step({ elapsed: () => passed });
    await step.begin();
    for (const years of [10, -20]) {
      passed += 1_000;
      work.clock.advance(years * 365 * 24 * HOUR);
      expect(await step.begin()).toBe(0);
      expect(work.running()).toEqual(['a']);
    }
    work.end('a');
    await step.idle();
    await enqueue('b');
    work.clock.advance(-365 * 24 * HOUR);
    expect(await step.begin()).toBe(1);
    work.end('b');
    await step.idle();
    expect(await work.store.jobs.counts()).toEqual({ waiting: 0, leased: 0, dead: 0 });
  });

  it('R18: two processes whose clocks differ by an hour do not take a job from each other in turns', async () => {
    let passed = 0;
    const elapsed = () => passed;
    await enqueue('a');
    const ahead = { now: () => work.clock.now() + HOUR };
    const [late, early] = [work.step({ elapsed, clock: ahead }), work.step({ elapsed })];
    let begun = 0;
    for (let turn = 0; turn < 20; turn += 1) {
      begun += (await late.begin()) + (await early.begin());
      passed += 1_000;
      work.clock.advance(1_000);
    }
    expect(begun).toBe(2);
    expect(await work.store.jobs.counts()).toEqual({ waiting: 0, leased: 1, dead: 0 });
    work.end('a');
    await early.idle();
    for (let turn = 0; turn < 5; turn += 1) await late.begin();
    expect((await work.store.jobs.counts()).dead).toBe(0);
  });

  it('R7: gives back what still runs, and what comes of it later changes nothing', async () => {
    await enqueue('a', 'b');
    const step = work.step();
    await step.begin();
    await step.release();
    expect(await work.store.jobs.counts()).toEqual({ waiting: 2, leased: 0, dead: 0 });
    work.end('a');
    work.fail('b', 'closed');
    await new Promise<void>((resolve) => setImmediate(resolve));
    expect(work.failures).toEqual([]);
    const again = await work.store.jobs.claim({ now: work.clock.now(), limit: 9, leaseMs: MINUTE });
    expect(again.map(({ subject, attempts, takenOver }) => [subject, attempts, takenOver])).toEqual([
      ['a', 1, undefined],
      ['b', 1, undefined],
    ]);
  });

  it("takes over a dead worker's job within a minute", async () => {
    await enqueue('a');
    await work.step().begin();
    work.clock.advance(MINUTE - 1);
    const survivor = work.step();
    expect(await survivor.begin()).toBe(1);
    work.end('a');
    await survivor.idle();
    expect(await work.store.jobs.counts()).toEqual({ waiting: 0, leased: 0, dead: 0 });
  });
});
