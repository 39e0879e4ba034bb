import { parseArgs } from 'node:util';
import { inbox } from './inbox.ts';
import { intake } from './intake.ts';
import type { Effort, Figure, Subject } from './lib/figure.ts';
import { describeMachine } from './lib/machine.ts';
import { tableOf } from './lib/table.ts';
import { link } from './link.ts';
import { reading } from './reading.ts';
import { sending } from './sending.ts';
import { start } from './start.ts';
import { verification } from './verification.ts';
import { workers } from './workers.ts';

const SUBJECTS: Readonly<Record<string, Subject>> = {
  intake,
  verification,
  link,
  sending,
  start,
  reading,
  inbox,
  workers,
};

const USAGE = `node bench/run.ts [--only ${Object.keys(SUBJECTS).join('|')}]… [--rounds 5] [--seconds 3] [--json]`;

function chosen(only: readonly string[]): [string, Subject][] {
  const unknown = only.filter((name) => SUBJECTS[name] === undefined);
  if (unknown.length > 0) throw new Error(`There is no subject "${unknown.join('", "')}". Usage: ${USAGE}`);
  return Object.entries(SUBJECTS).filter(([name]) => only.length === 0 || only.includes(name));
}

function amount(text: string, flag: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Error(`${flag} "${text}" is not a number above 0. Usage: ${USAGE}`);
  return value;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      json: { type: 'boolean', default: false },
    },
  });
  const effort: Effort = { rounds: amount(values.rounds, '--rounds'), seconds: amount(values.seconds, '--seconds') };
  const subjects = chosen(values.only);
  const machine = describeMachine();
  const figures: Figure[] = [];
  for (const [name, measure] of subjects) {
    if (process.stderr.isTTY) process.stderr.write(`measuring ${name} …\n`);
    figures.push(...(await measure(effort)));
  }
  console.log(values.json ? JSON.stringify({ machine, figures }, undefined, 2) : tableOf(machine, figures));
}

await main();
