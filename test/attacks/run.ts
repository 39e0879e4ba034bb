import { fork } from 'node:child_process';
import { parseArgs } from 'node:util';
import type { Group } from './lib/case.ts';
import { loadGroups } from './lib/load.ts';
import { runProofs } from './lib/proofs.ts';
import { type RowResult, reportOf } from './lib/report.ts';
import type { Form } from './lib/rig.ts';
import { runAll, runsOf } from './lib/run-group.ts';

/*
 * All attacks in the full form, each NODE_ENV in a process of its own that was started under it.
 *   --short           without what takes seconds, and with the deadlines of the network at a tenth
 *   --brief           only what blocks a release, a case or two of each row by one way, and no row that tests elsewhere prove
 *   --group A,B       those groups only
 *   --row 58,60       those rows only
 *   --env unset,test  those settings of NODE_ENV only
 */
const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    brief: { type: 'boolean', default: false },
    group: { type: 'string', default: '' },
    row: { type: 'string', default: '' },
    env: { type: 'string', default: 'production,unset,test,development' },
    child: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const list = (text: string) => text.split(',').filter(Boolean);
const form: Form = values.short ? 'short' : 'full';
/** Groups in which a setting could open a door; the others are run once. */
const GUARDED = ['C', 'D', 'E', 'L'];

async function runHere(groups: readonly Group[], environment: string, tell: (result: RowResult) => void) {
  const rows = list(values.row);
  const runs = groups.flatMap((group) => runsOf(group, { form, brief: values.brief }));
  const chosen = runs.filter(({ row }) => rows.length === 0 || rows.includes(row.id));
  await runAll(chosen, form, ({ row }, result) => tell({ id: row.id, environment, result }));
}

function runChild(environment: string, groups: readonly string[], tell: (result: RowResult) => void): Promise<void> {
  const { NODE_ENV: _, ...env } = process.env;
  const child = fork(
    new URL(import.meta.url),
    [
      '--child',
      '--env',
      environment,
      '--group',
      groups.join(','),
      '--row',
      values.row,
      ...(values.short ? ['--short'] : []),
      ...(values.brief ? ['--brief'] : []),
    ],
    { env: environment === 'unset' ? env : { ...env, NODE_ENV: environment }, execArgv: ['--expose-gc'] },
  );
  child.on('message', (message) => tell(message as RowResult));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`The attacks under NODE_ENV ${environment} ended with ${code}.`)),
    );
  });
}

const wanted = list(values.group);
const groups = await loadGroups(wanted);
if (values.child) {
  await runHere(groups, values.env, (result) => process.send?.(result));
  process.disconnect();
} else {
  const began = performance.now();
  const results: RowResult[] = [];
  const tell = (result: RowResult) => {
    results.push(result);
    const { id, result: one } = result;
    if (values.verbose || one.findings.length > 0)
      console.error(`${id} ${one.title} (${Math.round(one.ms)} ms) ${one.findings.join('; ') || 'holds'}`);
  };
  for (const [index, environment] of list(values.env).entries()) {
    const letters = [...new Set(groups.map(({ letter }) => letter))];
    const chosen = index === 0 ? letters : letters.filter((letter) => GUARDED.includes(letter));
    if (chosen.length > 0) await runChild(environment, chosen, tell);
  }
  const chosen = list(values.row);
  const rows = groups.flatMap(({ rows }) => rows).filter(({ id }) => chosen.length === 0 || chosen.includes(id));
  if (!values.brief) await runProofs(rows, tell);
  const { text, failed } = reportOf(groups, results);
  console.log(
    `${text}\n\nNODE_ENV: ${list(values.env).join(', ')}. ${Math.round((performance.now() - began) / 1000)} s`,
  );
  process.exitCode = failed || results.length === 0 ? 1 : 0;
}
