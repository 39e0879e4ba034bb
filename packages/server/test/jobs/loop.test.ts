import { describe, expect, it } from 'vitest';
import { startLoop } from '../../src/jobs/loop.ts';
import type { Step } from '../../src/jobs/step.ts';
import { fakeClock, NOON } from '../storage/contract/opened.ts';

interface Rest {
  readonly ms: number;
  over: () => void;
}

/** A loop over a step whose answers the test gives, on a timer that the test fires. */
function openLoop(answers: { begun?: number[]; next?: number; failure?: Error; busy?: Promise<void> } = {}) {
  const rests: Rest[] = [];
  const failures: unknown[] = [];
  let steps = 0;
  let idle = 0;
  let released = 0;
  const step: Step = {
    async begin() {
      steps += 1;
      if (answers.failure !== undefined) throw answers.failure;
      return answers.begun?.shift() ?? 0;
    },
    next: async () => answers.next,
    async idle() {
      idle += 1;
      await answers.busy;
    },
    async release() {
      released += 1;
    },
  };
  const timer = (ms: number, over: () => void) => {
    const rest = { ms, over };
    rests.push(rest);
    return () => void rests.splice(rests.indexOf(rest), 1);
  };
  const loop = startLoop({ step, clock: fakeClock(), timer, onFailure: (error) => failures.push(error) });
  /** Lets the loop go as far as it can without the timer. */
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const endRest = async () => {
    rests.pop()?.over();
    await settle();
  };
  return { loop, rests, failures, settle, endRest, steps: () => steps, idle: () => idle, released: () => released };
}

describe('the loop', () => {
  it('steps for as long as there is something to do, then rests', async () => {
    const { loop, rests, settle, steps } = openLoop({ begun: [3, 1, 0] });
    await settle();
    expect([steps(), rests.length]).toEqual([3, 1]);
    await loop.stop();
  });

  it.each([
    ['until the next start', NOON + 300, 300],
    ['a second at most, for other processes enqueue too', NOON + 3_600_000, 1_000],
    ['a second when nothing waits', undefined, 1_000],
  ])('after a breath it rests %s', async (_name, next, ms) => {
    const { loop, rests, settle, endRest } = openLoop(next === undefined ? {} : { next });
    await settle();
    expect(rests.map((rest) => rest.ms)).toEqual([10]);
    await endRest();
    expect(rests.map((rest) => rest.ms)).toEqual([ms]);
    await loop.stop();
  });

  it('steps again after a breath when somebody else was quicker', async () => {
    const { loop, rests, settle, endRest, steps } = openLoop({ next: NOON - 5 });
    await settle();
    await endRest();
    expect([steps(), rests.map((rest) => rest.ms)]).toEqual([2, [10]]);
    await loop.stop();
  });

  it('steps again when the rest is over', async () => {
    const { loop, settle, endRest, steps } = openLoop();
    await settle();
    await endRest();
    expect(steps()).toBe(1);
    await endRest();
    expect(steps()).toBe(2);
    await loop.stop();
  });

  it('wakes at once from a rest', async () => {
    const { loop, rests, settle, endRest, steps } = openLoop();
    await settle();
    await endRest();
    loop.wake();
    await settle();
    expect([steps(), rests.map((rest) => rest.ms)]).toEqual([2, [10]]);
    await loop.stop();
  });

  it('takes any number of wakes during a breath for one, and forgets none', async () => {
    const { loop, settle, endRest, steps } = openLoop();
    for (let wakes = 0; wakes < 1000; wakes += 1) loop.wake();
    await settle();
    loop.wake();
    await settle();
    expect(steps()).toBe(1);
    await endRest();
    expect(steps()).toBe(2);
    await loop.stop();
  });

  it('survives a step that fails, and rests before the next', async () => {
    const failure = new Error('disk full');
    const { loop, rests, failures, settle, endRest } = openLoop({ failure });
    await settle();
    await endRest();
    expect([failures, rests.map((rest) => rest.ms)]).toEqual([[failure], [1_000]]);
    await loop.stop();
  });

  it('gives back what has not ended in time, and waits no longer for it', async () => {
    const { loop, rests, settle, released } = openLoop({ busy: new Promise(() => {}) });
    await settle();
    const stopped = loop.stop(8_000);
    await settle();
    expect([released(), rests.map((rest) => rest.ms)]).toEqual([0, [8_000]]);
    rests[0]?.over();
    await stopped;
    expect(released()).toBe(1);
  });

  it('stops: begins nothing more, waits for what runs, leaves no timer', async () => {
    const { loop, rests, settle, steps, idle } = openLoop();
    await settle();
    await Promise.all([loop.stop(), loop.stop()]);
    loop.wake();
    await settle();
    expect([steps(), idle(), rests.length]).toEqual([1, 1, 0]);
  });
});
