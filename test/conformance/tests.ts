import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { TestCase } from 'vitest/node';
import { startVitest } from 'vitest/node';

/**
 * How a row joins: put its id into the name of a test, or of the `describe` around it, in `packages/<name>/test` or in
 * `test/conformance`, as in `it('UN-22 a prefix is no match', …)`. Several ids in one name are separated by blanks or
 * commas; a range is no list of ids. Nothing else has to be told: the runner finds the file, runs the test, and reads the name.
 */
const ROW_ID = /\b(?:(?:PB|XR|FC|MC|IN|WM|VO|DV|TB|RF|UN|AU|PTD|SEC)-[A-Z]*\d+[a-z]?|ROCKS-[A-Z]\d+)(?![\w-])/g;

export interface Executed {
  readonly name: string;
  readonly passed: boolean;
  /** What vitest has to say of a test that failed. */
  readonly error: string;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const UNIT_TESTS = 'packages/*/test/**/*.test.ts';
const OWN_TESTS = 'test/conformance/*.test.ts';

function rowIdsOf(name: string): string[] {
  return [...new Set(name.match(ROW_ID))];
}

/** Unit tests whose text names a row, and all of this folder, whose names come from `cases/`. */
function filesWithRows(): string[] {
  const isNaming = (file: string) => rowIdsOf(readFileSync(`${ROOT}${file}`, 'utf8')).length > 0;
  return [...globSync(UNIT_TESTS, { cwd: ROOT }).filter(isNaming), ...globSync(OWN_TESTS, { cwd: ROOT })];
}

function executedOf(test: TestCase): Executed | undefined {
  const { state, errors } = test.result();
  if (state !== 'passed' && state !== 'failed') return undefined;
  return { name: test.fullName, passed: state === 'passed', error: errors?.[0]?.message ?? '' };
}

/**
 * Runs every test that names a row, and gives them by row. A skipped test is no test. Throws when there is none, or when
 * a file could not be loaded: then nobody knows which rows it would have had.
 */
export async function runRows(): Promise<ReadonlyMap<string, readonly Executed[]>> {
  const vitest = await startVitest('test', filesWithRows(), {
    root: ROOT,
    watch: false,
    project: ['unit', 'conformance'],
    testNamePattern: new RegExp(ROW_ID.source),
    reporters: [{}],
    // Loading the sources anew for each of seventy files took three quarters of the time; no test leaves anything behind.
    pool: 'threads',
    isolate: false,
  });
  const modules = vitest.state.getTestModules();
  await vitest.close();
  const broken = modules.flatMap((module) =>
    module.errors().map(({ message }) => `${module.relativeModuleId}: ${message}`),
  );
  if (broken.length > 0) throw new Error(`Some tests could not be loaded:\n${broken.join('\n')}`);

  const byRow = new Map<string, Executed[]>();
  for (const test of modules.flatMap((module) => [...module.children.allTests()])) {
    const executed = executedOf(test);
    if (executed === undefined) continue;
    for (const id of rowIdsOf(executed.name)) byRow.set(id, [...(byRow.get(id) ?? []), executed]);
  }
  if (byRow.size === 0) throw new Error('No test names a row: either the pattern or the folders are wrong.');
  return byRow;
}
