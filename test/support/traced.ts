import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { type Server, serveWith } from './command.ts';

/**
 * Starts the server under `strace`, which watches its system calls or lets some of them fail; a disk that breaks is
 * otherwise hard to come by. The tracer is a grandchild, so signals and the exit code are the server's own.
 * @param options of strace; what it writes goes to a file
 */
export async function serveTraced(
  options: readonly string[],
  args: readonly string[],
  { directory, env = {} }: { readonly directory: string; readonly env?: Record<string, string> },
): Promise<Server & { readonly recording: string }> {
  if (spawnSync('strace', ['--version']).error) throw new Error('strace is needed: apt-get install strace');
  const recording = join(directory, 'calls');
  const before = ['strace', '-D', '-f', '-qq', '-o', recording, ...options];
  return { ...(await serveWith(before, ['--data', directory, ...args], env)), recording };
}

/** Lets a system call on the log of the database fail with an error, at the calls of each thread that `when` names. */
export function failing(directory: string, calls: string, error: string, when: string): readonly string[] {
  const path = join(directory, 'hearback.db-wal');
  return ['-e', `trace=${calls}`, '-P', path, '-e', `inject=${calls}:error=${error}:when=${when}`];
}
