import { parseArgs } from 'node:util';
import { DEEDS, FAILOVERS, LONG, runFault, SHORT } from './faults.ts';

const { values } = parseArgs({ options: { short: { type: 'boolean' }, only: { type: 'string' } } });
const faults = [...Object.keys(DEEDS), ...FAILOVERS].filter((name) => !values.only || name.includes(values.only));
let broken = 0;
for (const fault of faults) {
  const begun = performance.now();
  const report = await runFault(fault, values.short ? SHORT : LONG).catch((error: unknown) => String(error));
  if (typeof report === 'string') {
    console.log(`${fault}: broken off after ${minutesSince(begun)}: ${report}`);
    broken += 1;
    continue;
  }
  const { notes, ...counts } = report;
  console.log(`${fault}: ${notes}; ${minutesSince(begun)} in all`);
  console.log(
    `  ${Object.entries(counts)
      .filter(([name]) => name !== 'fault')
      .map(([name, count]) => `${name} ${count}`)
      .join(', ')}`,
  );
  const { lost, doubled, invalid, forgotten, unsound, untold, retold } = counts;
  const mayLose = fault === FAILOVERS[1] ? 0 : lost;
  broken += mayLose + doubled + invalid + forgotten + unsound + untold + retold;
}
process.exitCode = broken === 0 ? 0 : 1;

function minutesSince(begun: number): string {
  return `${((performance.now() - begun) / 60_000).toFixed(1)} min`;
}
