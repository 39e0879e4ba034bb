import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks another process again until the answer is good, for at most ten seconds; then rejects with the last answer. For
 * processes only: what runs in the test itself is given a clock instead.
 */
export async function poll<T>(ask: () => Promise<T>, good: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (good(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ten seconds, and the last answer was ${JSON.stringify(answer)}`);
    await pause(50);
  }
}
