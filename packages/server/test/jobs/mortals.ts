import type { JobKind } from '../../src/job.ts';
import type { JobOutcome } from '../../src/jobs/outcome.ts';
import { createStep, type Step } from '../../src/jobs/step.ts';
import { MINUTE } from '../storage/contract/opened.ts';
import { newJob } from '../storage/contract/samples.ts';
import { openWork } from './work.ts';

export interface Scene {
  readonly innocents: number;
  /** Jobs that end each process that works on them. */
  readonly killers: number;
  readonly processes: number;
  readonly kills: number;
  readonly shuffle: Iterator<number>;
}

/** A process that works until something ends it; nothing of it is heard after that. */
interface Mortal {
  readonly step: Step;
  isDead: boolean;
  readonly running: { readonly isKiller: boolean; until: number; readonly end: (outcome: JobOutcome) => void }[];
}

const TICK_MS = 1_000;
const KINDS: readonly JobKind[] = ['verify', 'deliver', 'hook'];

/** Lets processes that end and come again work on innocents and killers until nothing is left, second by second. */
export async function runMortals({ innocents, killers, processes, kills, shuffle }: Scene) {
  const work = await openWork();
  const { store, clock } = work;
  const chance = (below: number) => shuffle.next().value % below;
  const begun = clock.now();
  const done = new Set<string>();
  let ends = 0;

  function bear(): Mortal {
    const mortal: Mortal = {
      isDead: false,
      running: [],
      step: createStep({
        ...{
          jobs: store.jobs,
          lostJobs: store.lostJobs,
          clock,
          random: { id: String, secret: String, fraction: () => 0.5 },
        },
        handlers: {
          ...{ verify: handler, deliver: handler, map: handler, watch: handler },
          ...{ hook: handler, notice: handler, avatar: handler, chore: handler },
        },
        room: { verify: 4 },
        onFailure: (_, reason) => {
          throw new Error(reason);
        },
      }),
    };
    function handler({ subject }: { readonly subject: string }): Promise<JobOutcome> {
      const { promise, resolve } = Promise.withResolvers<JobOutcome>();
      const end = (outcome: JobOutcome) => {
        done.add(subject);
        resolve(outcome);
      };
      const until = clock.now() + chance(3) * TICK_MS;
      mortal.running.push({ isKiller: subject.startsWith('killer'), until, end });
      return promise;
    }
    return mortal;
  }

  /** One second of its life. */
  async function live(mortal: Mortal): Promise<void> {
    await mortal.step.begin();
    await new Promise<void>((resolve) => setImmediate(resolve));
    const due = mortal.running.filter(({ until }) => until <= clock.now());
    // In the order in which they began: what was quicker is done.
    for (const one of due) {
      if (one.isKiller) return die(mortal);
      mortal.running.splice(mortal.running.indexOf(one), 1);
      one.end({ outcome: 'done' });
    }
  }
  function die(mortal: Mortal): void {
    mortal.isDead = true;
    ends += 1;
  }

  try {
    const names = [...Array(innocents).keys()].map((n) => `innocent${n}`);
    for (let n = 0; n < killers; n += 1) names.splice(chance(names.length + 1), 0, `killer${n}`);
    await store.transaction(async ({ jobs }) => {
      for (const name of names) {
        const startAfter = begun + chance(90) * TICK_MS;
        await jobs.enqueue(newJob(name, { kind: KINDS[chance(3)] as JobKind, startAfter }));
      }
    });
    const mortals = Array.from({ length: processes }, bear);
    const killedAt = Array.from({ length: kills }, () => begun + chance(120) * TICK_MS);
    const isLeft = async () => {
      const { waiting, leased } = await store.jobs.counts();
      return waiting + leased > 0;
    };
    while (await isLeft()) {
      for (const [n, mortal] of mortals.entries()) {
        if (killedAt.includes(clock.now()) && n === 0) die(mortal);
        else await live(mortal);
        if (mortal.isDead) mortals[n] = bear();
      }
      clock.advance(TICK_MS);
      if (clock.now() - begun > 200 * MINUTE) throw new Error('It never ends.');
    }
    const { dead: buried } = await store.jobs.counts();
    return { done: done.size, buried, ends, minutes: (clock.now() - begun) / MINUTE };
  } finally {
    await work.close();
  }
}
