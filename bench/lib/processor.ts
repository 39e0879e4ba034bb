import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts the time of a process in ticks of a hundredth of a second. */
const TICK_MS = 10;

/**
 * Milliseconds of processor time that a process, and what it started itself, used so far. `NaN` where there is no `/proc`.
 * What ended is in it where its parent asked for it, as PostgreSQL does of its connections.
 */
export function processorOf(pid: number): number {
  const own = timesOf(pid);
  if (own === undefined) return Number.NaN;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => timesOf(Number(name)))
    .filter((times) => times?.parent === pid);
  return children.reduce((sum, times) => sum + (times?.alive ?? 0), own.alive + own.ended);
}

function timesOf(pid: number): { readonly parent: number; readonly alive: number; readonly ended: number } | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The name of the program stands in brackets and may hold anything.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const ticks = (from: number) => (Number(fields[from]) + Number(fields[from + 1])) * TICK_MS;
  return { parent: Number(fields[1]), alive: ticks(11), ended: ticks(13) };
}
