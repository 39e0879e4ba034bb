import { afterAll, expect } from 'vitest';
import { loadGroups } from './load.ts';
import { createRunner, mayShareProcess, type Run, runsOf } from './run-group.ts';

const runner = createRunner('short');
afterAll(() => runner.close());

export const groups = await loadGroups();

/** Of the groups from one letter to another. */
export interface Chosen {
  readonly beside: boolean;
  readonly from?: string;
  readonly to?: string;
}

/** The cases of the short form that may run beside each other, or those that may not, as rows of a table of tests. */
export function named({
  beside,
  from = 'A',
  to = 'Z',
}: Chosen): readonly (readonly [id: string, title: string, way: string, run: Run])[] {
  return groups
    .filter(({ letter }) => letter >= from && letter <= to)
    .flatMap((group) => runsOf(group, { form: 'short' }))
    .filter((run) => mayShareProcess(run, 'short') === beside)
    .map((run) => [run.row.id, run.one.title, run.way, run]);
}

export async function expectToHold(run: Run): Promise<void> {
  const { findings } = await runner.run(run);
  expect(findings).toEqual([]);
}
