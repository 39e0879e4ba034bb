import { expect, it } from 'vitest';
import { tellMany } from './many.ts';

it('many links over many hosts stay within the manners (short form)', { timeout: 120_000 }, async () => {
  const manners = await tellMany({ posts: 5, linksPerPost: 120, hosts: 60 });
  expect(manners).toMatchObject({ delivered: 600, others: 0, twice: 0, mostAtOnce: 1 });
  expect(manners.leastVisitGap).toBeGreaterThanOrEqual(2_000);
  expect(manners.leastPingGap).toBeGreaterThanOrEqual(20_000);
});
