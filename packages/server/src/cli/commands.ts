import { printable } from '../printable.ts';
import { backup } from './backup.ts';
import { blocklist } from './blocklist.ts';
import type { Command, Terminal } from './command.ts';
import { copy } from './copy.ts';
import { demo } from './demo.ts';
import { discover } from './discover.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { forget } from './forget.ts';
import { importCommand } from './import.ts';
import { list } from './list.ts';
import { migrate } from './migrate.ts';
import { approve, hold, reject, spam, undo } from './moderate.ts';
import { notices } from './notices.ts';
import { refback } from './refback.ts';
import { report } from './report.ts';
import { resend } from './resend.ts';
import { allow, block, mute, rule } from './rule.ts';
import { run } from './run.ts';
import { send } from './send.ts';
import { serve } from './serve.ts';
import { site } from './site.ts';
import { token } from './token.ts';
import { trace } from './trace.ts';
import { user } from './user.ts';
import { verify } from './verify.ts';
import { watch } from './watch.ts';

export const COMMANDS: readonly Command[] = [
  serve,
  demo,
  send,
  notices,
  report,
  resend,
  watch,
  discover,
  doctor,
  verify,
  list,
  approve,
  reject,
  spam,
  hold,
  undo,
  block,
  mute,
  allow,
  rule,
  blocklist,
  trace,
  site,
  refback,
  token,
  user,
  backup,
  migrate,
  copy,
  importCommand,
  exportCommand,
  forget,
];

/** Joins the commands to this process: streams, variables, signals. Answers the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  // What is written holds password hashes and other people's words: it is for this user's eyes only.
  process.umask(0o077);
  const stopping = new AbortController();
  // Every time, not once: npm and a shell both pass on what was sent to them, and a second one must not cut off the
  // orderly end, which takes ten seconds at most.
  for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, () => stopping.abort());
  // A reader that goes away early (`hearback list | head`) is no failure of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const terminal: Terminal = {
    out: (line) => void process.stdout.write(`${printable(line)}\n`),
    err: (line) => void process.stderr.write(`${printable(line)}\n`),
    env: process.env,
    interactive: process.stderr.isTTY === true,
    signal: stopping.signal,
  };
  return run(COMMANDS, argv, terminal);
}
