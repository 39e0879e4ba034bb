export interface Measured {
  /** Milliseconds that the event loop was busy with one thing. */
  readonly lagMs: number;
  /** The same by the clock on the wall: what others on the machine took is in it. */
  readonly wallLagMs: number;
  /** MiB on top of what was there at the beginning, at the highest; where it was looked at. */
  readonly rssMb: number | undefined;
}

const BEAT_MS = 5;

function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Watches the event loop and the memory. A late beat counts for no more than the processor time that this very thread
 * used meanwhile: on a machine that is shared, the wall clock measures the neighbours.
 */
export function measure({ memory }: { readonly memory: boolean }): () => Measured {
  if (memory) globalThis.gc?.();
  const base = process.memoryUsage.rss();
  let [lag, wallLag, rss] = [0, 0, base];
  let [last, lastCpu] = [performance.now(), threadMs()];
  const beat = () => {
    const [now, cpu] = [performance.now(), threadMs()];
    const late = now - last - BEAT_MS;
    wallLag = Math.max(wallLag, late);
    lag = Math.max(lag, Math.min(late, cpu - lastCpu));
    if (memory) rss = Math.max(rss, process.memoryUsage.rss());
    [last, lastCpu] = [now, cpu];
  };
  const timer = setInterval(beat, BEAT_MS);
  return () => {
    clearInterval(timer);
    beat();
    return { lagMs: lag, wallLagMs: wallLag, rssMb: memory ? (rss - base) / 1024 ** 2 : undefined };
  };
}
