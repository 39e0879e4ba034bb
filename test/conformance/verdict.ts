import type { Row } from './register/row.ts';
import type { Executed } from './tests.ts';

/** What a run says of one row. */
export interface Verdict {
  readonly row: Row;
  readonly outcome: 'passed' | 'failed' | 'different' | 'not applicable';
  /** How many tests of the row were run. */
  readonly tests: number;
  /** Why it failed, or the decision or reason that the register gives; `''` for a row that passed. */
  readonly because: string;
}

function failure(tests: readonly Executed[]): string | undefined {
  const failed = tests.find(({ passed }) => !passed);
  return failed && `${failed.name}: ${failed.error.split('\n')[0]}`;
}

/** A row passes when at least one test of it was run and none failed; a decision of ours is no excuse for a red test. */
export function verdictOf(row: Row, tests: readonly Executed[]): Verdict {
  const because = failure(tests);
  if (because !== undefined) return { row, outcome: 'failed', tests: tests.length, because };
  switch (row.state.state) {
    case 'different':
      return { row, outcome: 'different', tests: tests.length, because: row.state.decision };
    case 'not applicable':
      return tests.length === 0
        ? { row, outcome: 'not applicable', tests: 0, because: row.state.reason }
        : { row, outcome: 'failed', tests: tests.length, because: 'it has tests, so it does apply' };
    case 'case':
      return tests.length > 0
        ? { row, outcome: 'passed', tests: tests.length, because: '' }
        : { row, outcome: 'failed', tests: 0, because: 'no test of it was run' };
  }
}
