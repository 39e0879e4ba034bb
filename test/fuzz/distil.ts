import type { Coverage } from './coverage.ts';
import { problemOf } from './engine.ts';
import { shrunk } from './shrink.ts';
import type { Target } from './target.ts';

/** Tries of making one input smaller; each costs a question about the coverage. */
const TRIES = 60;

/**
 * The few of many inputs that reach what all of them reach, each made smaller as long as it still does: smallest first,
 * whatever reaches something that those before it did not.
 */
export async function distilled(
  target: Target,
  inputs: readonly Uint8Array[],
  coverage: Coverage,
): Promise<readonly Uint8Array[]> {
  coverage.restart();
  for (const seed of target.seeds) await problemOf(target, new TextEncoder().encode(seed));
  await coverage.fresh();
  const few: Uint8Array[] = [];
  for (const input of inputs.toSorted((a, b) => a.length - b.length)) {
    await problemOf(target, input);
    const reached = await coverage.peek();
    if (reached === 0) continue;
    const less = await shrunk(
      input,
      async (candidate) => {
        await problemOf(target, candidate);
        return (await coverage.peek()) >= reached;
      },
      TRIES,
    );
    await problemOf(target, less);
    await coverage.fresh();
    few.push(less);
  }
  return few;
}
