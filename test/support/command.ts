import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The command as built, on the Node that runs the test. */
const COMMAND = fileURLToPath(new URL('../../packages/server/bin/hearback.js', import.meta.url));

export interface Finished {
  /** `null` after a signal. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command to its end, without any HEARBACK_ variable of the caller's. */
export function hearback(
  args: readonly string[],
  env: Record<string, string> = {},
  onStart: (child: ChildProcess) => void = () => {},
): Promise<Finished> {
  const child = start(args, env);
  onStart(child);
  return finished(child);
}

export interface Server {
  readonly url: string;
  /** The one-time link, as long as there is no owner. */
  readonly setUp: string | undefined;
  readonly process: ChildProcess;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<Finished>;
  /** Sends SIGTERM (or another signal) and waits for the end. */
  stop(signal?: NodeJS.Signals): Promise<Finished>;
}

/** Starts `hearback serve` on a free port and resolves once it listens; rejects with its words when it ends before that. */
export function serve(args: readonly string[], env: Record<string, string> = {}): Promise<Server> {
  return serveWith([], args, env);
}

/** The same as the last part of another command, which has to become the server by and by: `before` is how it begins. */
export async function serveWith(
  before: readonly string[],
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Server> {
  const child = start(['serve', '--port', '0', ...args], env, before);
  const end = finished(child);
  const lines = await firstLines(child, end);
  const find = (pattern: RegExp) => lines.map((line) => pattern.exec(line)?.[1]).find(Boolean);
  const url = find(/^hearback listening on (\S+)$/);
  if (!url) throw new Error(`hearback serve printed: ${lines.join(' | ')}`);
  return {
    url,
    setUp: find(/(http\S+\/admin\/setup\?key=\S+)/),
    process: child,
    ended: end,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return end;
    },
  };
}

/** A folder that is gone when the test is. */
export async function temporary(): Promise<AsyncDisposable & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), 'hearback-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

function start(args: readonly string[], env: Record<string, string>, before: readonly string[] = []): ChildProcess {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('HEARBACK_')));
  const [command = '', ...rest] = [...before, process.execPath, COMMAND, ...args];
  return spawn(command, rest, { env: { ...clean, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
}

function finished(child: ChildProcess): Promise<Finished> {
  const [out, err] = [collect(child.stdout), collect(child.stderr)];
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out: out(), err: err() }));
  });
}

function collect(stream: NodeJS.ReadableStream | null): () => string {
  let text = '';
  stream?.on('data', (part) => {
    text += String(part);
  });
  return () => text;
}

/** What is printed at the start; the set-up link, if any, comes in one breath with the listening line. */
function firstLines(child: ChildProcess, end: Promise<Finished>): Promise<string[]> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (part) => {
      text += String(part);
      if (/^hearback listening on .*\n/m.test(text)) resolve(text.split('\n'));
    });
    void end.then(({ code, err }) => reject(new Error(`hearback serve ended with ${code}: ${err}`)));
  });
}
