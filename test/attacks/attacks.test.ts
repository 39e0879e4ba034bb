import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGroups } from './lib/load.ts';
import { proofsOf } from './lib/proofs.ts';
import { createRunner, mayShareProcess, type Run, runsOf } from './lib/run-group.ts';

const RUN = fileURLToPath(new URL('run.ts', import.meta.url));
const runner = createRunner('short');
afterAll(() => runner.close());

const groups = await loadGroups();
const runs = groups.flatMap((group) => runsOf(group, { form: 'short' }));
const named = (chosen: readonly Run[]) => chosen.map((run) => [run.row.id, run.one.title, run.way, run] as const);

async function expectToHold(run: Run): Promise<void> {
  const { findings } = await runner.run(run);
  expect(findings).toEqual([]);
}

describe('beside each other', () => {
  const together = named(runs.filter((run) => mayShareProcess(run, 'short')));
  it.concurrent.each(together)('%s %s (%s)', (_id, _title, _way, run) => expectToHold(run));

  // A guard that looks at NODE_ENV is open where it is not tested; `npm run test:attacks` does it with all that takes time.
  it.concurrent.each(['unset', 'development', 'production'])(
    'the guard is the same under NODE_ENV %s',
    async (environment) => {
      const run = promisify(execFile)(process.execPath, [
        RUN,
        '--short',
        '--brief',
        '--env',
        environment,
        '--group',
        'C,D,E,L',
      ]);
      await expect(run).resolves.toMatchObject({ stdout: expect.stringMatching(/^C {2}/m) });
    },
  );
});

describe('one after the other', () => {
  const alone = named(runs.filter((run) => !mayShareProcess(run, 'short')));
  it.each(alone)('%s %s (%s)', (_id, _title, _way, run) => expectToHold(run));
});

/** Those tests run where they are; `npm run test:attacks` runs them for the table, and by their whole names. */
it('what tests elsewhere are to prove names files that are there', () => {
  const proofs = proofsOf(groups.flatMap(({ rows }) => rows));
  expect(proofs.length).toBeGreaterThan(50);
  for (const [{ id }, [file]] of proofs)
    expect(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), id).toMatch(/\b(?:it|test)[.(]/);
});
