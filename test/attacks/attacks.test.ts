import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGroups } from './lib/load.ts';
import { createRunner, runsOf } from './lib/run-group.ts';

const RUN = fileURLToPath(new URL('run.ts', import.meta.url));
const groups = await loadGroups();
const runner = createRunner('short');
afterAll(() => runner.close());

describe.each(groups.map((group) => [group.letter, group.title, group] as const))('%s %s', (_letter, _title, group) => {
  const runs = runsOf(group, 'short').map((run) => [run.row.id, run.one.title, run.way, run] as const);
  it.each(runs)('%s %s (%s)', async (_id, _title, _way, run) => {
    const { findings } = await runner.run(run);
    expect(findings).toEqual([]);
  });
});

// A guard that looks at NODE_ENV is open where it is not tested; `npm run test:attacks` does it with all that takes time.
it.each(['unset', 'development', 'production'])('the guard is the same under NODE_ENV %s', async (environment) => {
  const run = promisify(execFile)(process.execPath, [RUN, '--short', '--env', environment, '--group', 'C,D,E,L']);
  await expect(run).resolves.toMatchObject({ stderr: '' });
});
