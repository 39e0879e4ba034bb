import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks another process again until the answer is good, for at most ten seconds unless told; then rejects with the last
 * answer. For processes only: what runs in the test itself is given a clock instead.
 */
export async function poll<T>(
  ask: () => Promise<T>,
  good: (answer: T) => boolean,
  { everyMs = 50, withinMs = 10_000 } = {},
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > deadline)
      throw new Error(`Waited ${withinMs / 1000} seconds, and the last answer was ${JSON.stringify(answer)}`);
    await pause(everyMs);
  }
}
