import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { spreadOf } from './figure.ts';

/** What the figures depend on besides our code. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly node: string;
  readonly sqlite: string;
  /** Median of 200 page-sized writes, each synced, where the stores of the bench lie. A disk that lies shows here. */
  readonly syncMs: number;
  /** Of the last minute, before the bench: more than a little means that somebody else is at work. */
  readonly load: number;
}

export function describeMachine(): Machine {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    sqlite: process.versions.sqlite ?? 'none',
    syncMs: measureSync(),
    load: loadavg()[0] ?? 0,
  };
}

const SYNCS = 200;

function measureSync(): number {
  const directory = mkdtempSync(join(tmpdir(), 'hearback-bench-'));
  const file = openSync(join(directory, 'sync'), 'w');
  const page = Buffer.alloc(4096, 1);
  try {
    const times = Array.from({ length: SYNCS }, (_, index) => {
      const began = performance.now();
      writeSync(file, page, 0, page.length, index * page.length);
      fdatasyncSync(file);
      return performance.now() - began;
    });
    return spreadOf(times).median;
  } finally {
    closeSync(file);
    rmSync(directory, { recursive: true });
  }
}
