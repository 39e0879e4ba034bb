import { expect, it } from 'vitest';
import { createOutage } from '../../src/compose/outage.ts';
import { HearbackError } from '../../src/errors.ts';

it('is said once when it begins and once when it is over, however many meet it', async () => {
  const lines: string[] = [];
  const time = { now: 0 };
  const state = { away: false };
  const lost = new HearbackError('storage', 'postgres://db/x: connection refused; start PostgreSQL.');
  const outage = createOutage(() => (state.away ? Promise.reject(lost) : Promise.resolve()), {
    log: { info: (line) => lines.push(line), error: (line) => lines.push(line) },
    clock: { now: () => time.now },
  });
  await outage.look();
  outage.report('A job failed.', new Error('a defect'));
  expect(lines).toEqual(['A job failed.']);
  state.away = true;
  for (let second = 0; second < 60; second += 1) {
    outage.report('A job failed.', lost);
    outage.report('The sites could not be read again.', lost);
    time.now += 1000;
    await outage.look();
  }
  expect(lines.slice(1)).toEqual([`The store cannot be used, and everything waits for it: ${lost.message}`]);
  state.away = false;
  for (let n = 0; n < 3; n += 1) await outage.look();
  expect(lines.slice(2)).toEqual(['The store can be used again, after 60 seconds.']);
});
