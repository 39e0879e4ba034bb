import { REGISTER } from './register/index.ts';
import { reportOf } from './report.ts';
import { runRows } from './tests.ts';
import { verdictOf } from './verdict.ts';

const began = performance.now();
const tests = await runRows();
const known = new Set(Object.values(REGISTER).flatMap((rows) => rows.map(({ id }) => id)));
const strangers = [...tests.keys()].filter((id) => !known.has(id));
const protocols = Object.fromEntries(
  Object.entries(REGISTER).map(([name, rows]) => [name, rows.map((row) => verdictOf(row, tests.get(row.id) ?? []))]),
);

console.log(reportOf(protocols));
if (strangers.length > 0) console.log(`\nTests name rows that the register does not have: ${strangers.join(', ')}.`);
console.log(`\n${Math.round((performance.now() - began) / 1000)} s`);
const failed = Object.values(protocols)
  .flat()
  .some(({ outcome }) => outcome === 'failed');
process.exitCode = failed || strangers.length > 0 ? 1 : 0;
