import { parseArgs } from 'node:util';
import { hostile } from './hostile.ts';
import { inbox } from './inbox.ts';
import { intake } from './intake.ts';
import { intakeOnPostgres } from './intake-postgres.ts';
import { ledger } from './ledger.ts';
import { type Effort, type Figure, isFigure, type Missing, type Subject } from './lib/figure.ts';
import { describeMachine } from './lib/machine.ts';
import { tableOf } from './lib/table.ts';
import { link } from './link.ts';
import { memory } from './memory.ts';
import { peers } from './peers.ts';
import { reading } from './reading.ts';
import { sending } from './sending.ts';
import { start } from './start.ts';
import { verification } from './verification.ts';
import { widget } from './widget.ts';
import { workers } from './workers.ts';

const SUBJECTS: Readonly<Record<string, Subject>> = {
  intake,
  'intake-postgres': intakeOnPostgres,
  verification,
  link,
  sending,
  start,
  widget,
  hostile,
  peers,
  reading,
  memory,
  inbox,
  ledger,
  workers,
};
/** They fill a store for minutes before they measure, and are asked for by name. */
const ON_DEMAND: readonly string[] = ['intake-postgres', 'inbox', 'ledger'];

const USAGE = `node bench/run.ts [--only ${Object.keys(SUBJECTS).join('|')}]… [--rounds 3] [--seconds 2] [--mentions 1000000] [--seed 1] [--store DIR] [--peers] [--json]`;

function chosen(only: readonly string[]): [string, Subject][] {
  const unknown = only.filter((name) => SUBJECTS[name] === undefined);
  if (unknown.length > 0) throw new Error(`There is no subject "${unknown.join('", "')}". Usage: ${USAGE}`);
  return Object.entries(SUBJECTS).filter(([name]) =>
    only.length === 0 ? !ON_DEMAND.includes(name) : only.includes(name),
  );
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
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '2' },
      mentions: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      store: { type: 'string' },
      peers: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const effort: Effort = {
    rounds: amount(values.rounds, '--rounds'),
    seconds: amount(values.seconds, '--seconds'),
    mentions: amount(values.mentions, '--mentions'),
    seed: amount(values.seed, '--seed'),
    store: values.store,
    peers: values.peers,
  };
  const subjects = chosen(values.only);
  const machine = describeMachine();
  const figures: Figure[] = [];
  const missing: Missing[] = [];
  for (const [name, measure] of subjects) {
    if (process.stderr.isTTY) process.stderr.write(`measuring ${name} …\n`);
    for (const one of await measure(effort)) {
      if (isFigure(one)) figures.push(one);
      else missing.push(one);
    }
  }
  console.log(
    values.json
      ? JSON.stringify({ machine, effort, figures, missing }, undefined, 2)
      : tableOf(machine, figures, missing),
  );
}

await main();
