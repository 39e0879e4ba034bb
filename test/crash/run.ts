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
const { lost, doubled, invalid, forgotten, unsound, untold, hammered } = report;
process.exitCode = lost + doubled + invalid + forgotten + unsound + untold + hammered === 0 ? 0 : 1;
