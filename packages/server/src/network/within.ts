/** What `within` gives back when the time was up, or the outer signal fired, first. */
export const LATE = Symbol('late');

/**
 * Runs `work` for at most `ms` milliseconds and not beyond `outer`; its own signal tells it to stop. Work that goes on
 * regardless is left behind, and what it then throws is dropped. Rejects with what `work` rejects with in time.
 */
export async function within<T>(
  ms: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | typeof LATE> {
  const controller = new AbortController();
  const late = new Promise<typeof LATE>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(LATE), { once: true });
  });
  const stop = () => controller.abort();
  const timer = setTimeout(stop, ms);
  outer.addEventListener('abort', stop, { once: true });
  if (outer.aborted) stop();
  try {
    return await Promise.race([late, work(controller.signal)]);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', stop);
  }
}
