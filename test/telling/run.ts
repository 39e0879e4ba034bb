import { tellMany } from './many.ts';

// `node --expose-gc test/telling/run.ts`: 10,000 links over 1,000 hosts, a minute or two.
const manners = await tellMany({ posts: 50, linksPerPost: 200, hosts: 1000 });
console.log(JSON.stringify(manners, null, 2));
const { others, twice, leastVisitGap, leastPingGap, mostAtOnce, grownMiB } = manners;
const held = others === 0 && twice === 0 && mostAtOnce === 1 && leastVisitGap >= 2_000 && leastPingGap >= 20_000;
process.exitCode = held && grownMiB < 32 ? 0 : 1;
