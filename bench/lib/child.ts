import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface Floor {
  readonly url: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Runs a program of `floors/` in a process of its own; its first line on standard output is its URL. */
export async function startFloor(name: string): Promise<Floor> {
  const program = fileURLToPath(new URL(`../floors/${name}.ts`, import.meta.url));
  const child = spawn(process.execPath, [program], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const line = await Promise.race([once(lines, 'line'), ended.then(() => undefined)]);
  if (line === undefined) throw new Error(`The floor ${name} ended before it listened: see its words above.`);
  return {
    url: String(line[0]),
    pid: child.pid ?? 0,
    async stop() {
      child.kill();
      await ended;
    },
  };
}

/** Resident memory of a process now, and the most it ever had, in MiB. Linux only: elsewhere there is no such file. */
export function memoryOf({ pid }: ChildProcess): { readonly now: number; readonly most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const mebibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1]) / 1024;
  return { now: mebibytes('VmRSS'), most: mebibytes('VmHWM') };
}
