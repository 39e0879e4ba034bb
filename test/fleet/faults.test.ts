import { expect, it } from 'vitest';
import { runFault, SHORT } from './faults.ts';

it('R16: PostgreSQL killed, its connections ended and the network cut under load lose nothing and double nothing', async () => {
  const report = await runFault('connections terminated + network cut + server killed', SHORT);
  expect(report).toMatchObject({ lost: 0, doubled: 0, invalid: 0, forgotten: 0, unsound: 0, untold: 0, retold: 0 });
  expect(report.acknowledged).toBeGreaterThan(100);
  // Three tries that fail, and three that ended with the process.
  expect(report.mostAsked).toBeLessThanOrEqual(6);
}, 300_000);
