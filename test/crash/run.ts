import { parseArgs } from 'node:util';
import { runRounds } from './rounds.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' } },
});
const [rounds, seed] = [Number(values.rounds), Number(values.seed)];
const report = await runRounds(rounds, seed, (round) => {
  if (process.stderr.isTTY) process.stderr.write(`\rround ${round} of ${rounds}`);
});
const line = Object.entries(report).map(([name, value]) => `${name} ${value}`);
console.log(`seed ${seed}: ${line.join(', ')}`);
process.exitCode = report.lost + report.doubled + report.forgotten + report.unsound === 0 ? 0 : 1;
