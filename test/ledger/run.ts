import { liveYear } from './year.ts';

// `npm run test:year`: 500 links, a minute or two; `-- --sources N --seed N` for others.
function numberOf(flag: string, usual: number): number {
  const at = process.argv.indexOf(flag);
  return at < 0 ? usual : Number(process.argv[at + 1]);
}

const [count, seed] = [numberOf('--sources', 500), numberOf('--seed', 1)];
const begun = performance.now();
const { wrong, ...figures } = await liveYear(count, seed);
console.log(JSON.stringify({ seed, ...figures, seconds: Math.round((performance.now() - begun) / 1000) }, null, 2));
for (const line of wrong.slice(0, 20)) console.error(line);
const { requests, planned, mostPerHour, mostPerDay, mostAtOnce } = figures;
const isKept = mostPerHour <= 20 && mostPerDay <= 100 && mostAtOnce === 1 && Math.abs(requests / planned - 1) < 0.15;
process.exitCode = wrong.length === 0 && isKept ? 0 : 1;
