import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Finished {
  /** `null` when a signal ended it. */
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Program {
  /** What it has printed so far. */
  readonly printed: () => Pick<Finished, 'out' | 'err'>;
  readonly finished: Promise<Finished>;
  /** SIGTERM, and SIGKILL when it is deaf to that. Answers when it is gone. */
  stop(): Promise<void>;
}

export interface ProgramOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Written to its standard input, which is closed then. */
  readonly input?: string;
  readonly account?: { readonly uid: number; readonly gid: number } | undefined;
}

/** Everything that one run makes on this machine, so that one call takes it away again. */
export interface Workshop {
  /** A new folder inside the run's own temporary one. */
  folder(name: string): string;
  start(command: string, args: readonly string[], options?: ProgramOptions): Program;
  /** Runs it to its end. Does not reject for its exit code. */
  run(command: string, args: readonly string[], options?: ProgramOptions): Promise<Finished>;
  /** To be done at the end, the last one added first. */
  atClose(step: () => Promise<void>): void;
  /** Stops every program, then removes the folder. A second call waits for the first. */
  close(): Promise<void>;
}

const DEAF_AFTER_MS = 10_000;

export function openWorkshop(): Workshop {
  const root = mkdtempSync(join(tmpdir(), 'hearback-interop-'));
  // Servers under another account have their folders in it.
  chmodSync(root, 0o711);
  const steps: (() => Promise<void>)[] = [];
  let closing: Promise<void> | undefined;

  function start(
    command: string,
    args: readonly string[],
    { env = {}, input = '', account }: ProgramOptions = {},
  ): Program {
    // An interrupted run goes on in the background until its next step; nothing may begin after the end.
    if (closing) throw new Error(`The run is over, so ${command} is not started.`);
    const child = spawn(command, args, { env: { ...process.env, ...env }, cwd: root, ...account });
    const program = follow(child, command);
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    steps.push(program.stop);
    return program;
  }

  async function close(): Promise<void> {
    for (const step of steps.reverse()) await step();
    rmSync(root, { recursive: true, force: true });
  }

  return {
    folder(name) {
      const path = join(root, name);
      mkdirSync(path, { recursive: true });
      return path;
    },
    start,
    run: (command, args, options) => start(command, args, options).finished,
    atClose: (step) => void steps.push(step),
    close: () => (closing ??= close()),
  };
}

function follow(child: ChildProcess, command: string): Program {
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (err += text));
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.once('close', (code) => resolve({ code, out, err }));
  });
  // Whoever waits for it hears of it; a program that nobody waits for must not end the run as an unhandled rejection.
  const gone = finished.then(
    () => {},
    () => {},
  );
  return {
    printed: () => ({ out, err }),
    finished,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const deaf = setTimeout(() => child.kill('SIGKILL'), DEAF_AFTER_MS);
      child.kill('SIGTERM');
      await gone;
      clearTimeout(deaf);
    },
  };
}
