import { describe, expect, it } from 'vitest';
import { REGISTER } from './register/index.ts';
import { different, notApplicable, row } from './register/row.ts';
import { reportOf } from './report.ts';
import { verdictOf } from './verdict.ts';

const GREEN = { name: 'a test', passed: true, error: '' };
const RED = { name: 'another test', passed: false, error: 'it is wrong\nat line 3' };
const CASE = row('A-1', 'must', 'a rule');
const OTHER = row('A-2', 'must', 'a rule', different('It is otherwise.'));
const INSIDE = row('A-3', 'field', 'a habit', notApplicable('It is inside.'));

describe('the verdict on a row', () => {
  it.each([
    ['a test that passed', CASE, [GREEN], 'passed'],
    ['no test', CASE, [], 'failed'],
    ['a test that failed', CASE, [GREEN, RED], 'failed'],
    ['a decision', OTHER, [], 'different'],
    ['a decision whose test failed', OTHER, [RED], 'failed'],
    ['an inside', INSIDE, [], 'not applicable'],
    ['an inside whose test failed', INSIDE, [RED], 'failed'],
    ['an inside that a test shows', INSIDE, [GREEN], 'failed'],
  ] as const)('%s', (_, of, tests, outcome) => {
    expect(verdictOf(of, tests).outcome).toBe(outcome);
  });
});

describe('the register', () => {
  const rows = Object.values(REGISTER).flat();

  it('has every id once, and no protocol without rows', () => {
    expect(rows.map(({ id }) => id)).toEqual([...new Set(rows.map(({ id }) => id))]);
    for (const [name, of] of Object.entries(REGISTER)) expect(of.length, name).toBeGreaterThan(0);
  });

  it('calls nothing inapplicable that a specification asks for', () => {
    const inside = rows.filter(({ state }) => state.state === 'not applicable');
    expect(inside.filter(({ level }) => level !== 'field')).toEqual([]);
  });
});

it('the report names what failed, and why, in one line', () => {
  const report = reportOf({ Pingback: [verdictOf(CASE, [RED]), verdictOf(OTHER, [])] });
  expect(report).toContain('another test: it is wrong');
  expect(report).not.toContain('at line 3');
  expect(report).toContain('It is otherwise.');
});
