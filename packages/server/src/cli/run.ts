import { parseArgs } from 'node:util';
import { HearbackError, isHearbackError, messageOf } from '../errors.ts';
import { VERSION } from '../version.ts';
import type { Command, Terminal } from './command.ts';
import { configLayers } from './layers.ts';

/** Runs one command line and answers the exit code: 0 done, 1 failed, 2 usage. Never throws. */
export async function run(commands: readonly Command[], argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv;
  if (name === '--version' || name === '-v') return say(terminal, VERSION);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h')
    return help(commands, rest[0], terminal);
  const command = commands.find((one) => one.name === name);
  if (!command) return misuse(terminal, `There is no command "${name}". "hearback help" lists them.`);
  if (rest.includes('--help') || rest.includes('-h')) return help(commands, name, terminal);
  try {
    return await invoke(command, rest, terminal);
  } catch (error) {
    if (isHearbackError(error) && error.code === 'usage') return misuse(terminal, error.message);
    terminal.err(`hearback: ${isHearbackError(error) ? error.message : `unexpected: ${messageOf(error)}`}`);
    if (!isHearbackError(error) && terminal.env.HEARBACK_DEBUG && error instanceof Error)
      terminal.err(error.stack ?? '');
    return 1;
  }
}

async function invoke(command: Command, args: readonly string[], terminal: Terminal): Promise<number> {
  const { flags, words } = parse(command, args);
  const [least, most] = command.words;
  if (words.length < least || words.length > most)
    throw new HearbackError('usage', `Usage: hearback ${command.name} ${command.usage}`.trim());
  return command.run({ flags, words, terminal, config: configLayers(flags, terminal.env) });
}

function parse(command: Command, args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: command.options,
      allowPositionals: true,
      strict: true,
    });
    return { flags: values, words: positionals };
  } catch (error) {
    // Node's own sentence names the flag; what follows, on lines of its own or not, helps nobody here.
    const [first] = messageOf(error).split(/\.\s|\n|\.$/);
    throw new HearbackError('usage', `${first}. Usage: hearback ${command.name} ${command.usage}`);
  }
}

function help(commands: readonly Command[], name: string | undefined, terminal: Terminal): number {
  const command = commands.find((one) => one.name === name);
  if (command) return say(terminal, `hearback ${command.name} ${command.usage}\n\n${command.summary}`);
  const width = Math.max(...commands.map((one) => one.name.length));
  const lines = commands.map((one) => `  ${one.name.padEnd(width)}  ${one.summary}`);
  return say(
    terminal,
    `hearback: hear who links to you, tell whom you link to.\n\n${lines.join('\n')}\n\n"hearback help COMMAND" shows its options.`,
  );
}

function say(terminal: Terminal, text: string): number {
  terminal.out(text);
  return 0;
}

function misuse(terminal: Terminal, text: string): number {
  terminal.err(`hearback: ${text}`);
  return 2;
}
