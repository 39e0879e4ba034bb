import { performance } from 'node:perf_hooks';
import type { Chance } from './chance.ts';
import type { Coverage } from './coverage.ts';
import { mustBeLinear } from './linear.ts';
import { mutant } from './mutate.ts';
import { shrunk } from './shrink.ts';
import { type Target, Violation } from './target.ts';

export interface Finding {
  readonly input: Uint8Array;
  /** The oracle that did not hold, or what was thrown. */
  readonly reason: string;
}

export interface Run {
  readonly executions: number;
  /** Characters of code reached: by what is kept, and beyond it. */
  readonly known: number;
  readonly fresh: number;
  /** Inputs that reached something new. */
  readonly kept: readonly Uint8Array[];
  readonly findings: readonly Finding[];
}

export interface RunOptions {
  readonly corpus: readonly Uint8Array[];
  readonly coverage: Coverage;
  readonly chance: Chance;
  readonly milliseconds: number;
  /** Whether inputs that reach something new are built upon. */
  readonly guided: boolean;
}

const BATCH = 32;
/** Different findings of one target after which its run ends: the first are to be mended first. */
const ENOUGH = 5;

/** What is wrong with an input; `undefined` when all holds. */
export async function problemOf(target: Target, input: Uint8Array): Promise<string | undefined> {
  try {
    await target.check(input);
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Violation) return error.message;
  return error instanceof Error ? `it throws ${error.stack?.split('\n').slice(0, 2).join(' ')}` : `it throws ${error}`;
}

/** The same, with the oracle of linear time, which is too slow to be asked of every input. */
export async function slowProblemOf(target: Target, input: Uint8Array): Promise<string | undefined> {
  try {
    await mustBeLinear(target, input);
  } catch (error) {
    return reasonOf(error);
  }
  return problemOf(target, input);
}

/** Feeds a target for a while. The pool grows by every input that reaches code that none before it has reached. */
export async function fuzz(target: Target, options: RunOptions): Promise<Run> {
  const { coverage, chance, milliseconds } = options;
  const pool: Uint8Array[] = [];
  const kept: Uint8Array[] = [];
  const findings = new Map<string, Finding>();
  let executions = 0;

  async function hear(reason: string | undefined, input: Uint8Array, again: typeof problemOf): Promise<void> {
    if (reason === undefined || findings.has(reason)) return;
    findings.set(reason, {
      reason,
      input: await shrunk(input, async (less) => (await again(target, less)) === reason),
    });
  }
  async function run(input: Uint8Array): Promise<void> {
    executions += 1;
    await hear(await problemOf(target, input), input, problemOf);
  }

  await coverage.fresh();
  const before = coverage.total();
  for (const input of [...target.seeds.map((seed) => new TextEncoder().encode(seed)), ...options.corpus]) {
    await run(input);
    pool.push(input);
  }
  await coverage.fresh();
  const known = coverage.total();

  const end = performance.now() + milliseconds;
  while (performance.now() < end && findings.size < ENOUGH) {
    const batch = Array.from({ length: BATCH }, () => mutant(target, pool, chance));
    for (const input of batch) await run(input);
    if ((await coverage.peek()) > 0) {
      for (const input of batch) {
        await problemOf(target, input);
        if ((await coverage.fresh()) === 0) continue;
        if (options.guided) pool.push(input);
        kept.push(input);
        await hear(await slowProblemOf(target, input), input, slowProblemOf);
        await coverage.fresh();
      }
    }
  }
  return {
    executions,
    known: known - before,
    fresh: coverage.total() - known,
    kept,
    findings: [...findings.values()],
  };
}
