import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 100;

/**
 * Asks until the answer is something, and gives it. Rejects after `seconds` with what was waited for. The other side is a
 * separate program: there is no event to wait for, only its state to be read again.
 */
export async function until<T>(what: string, seconds: number, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`waited ${seconds} s in vain for ${what}`);
    await pause(POLL_MS);
  }
}
