import type { Verdict } from './verdict.ts';

const OUTCOMES = ['passed', 'failed', 'different', 'not applicable'] as const;

function countOf(verdicts: readonly Verdict[], outcome: Verdict['outcome']): number {
  return verdicts.filter((verdict) => verdict.outcome === outcome).length;
}

function lineOf(name: string, verdicts: readonly Verdict[]): string {
  const tests = verdicts.reduce((sum, verdict) => sum + verdict.tests, 0);
  const counts = [verdicts.length, ...OUTCOMES.map((outcome) => countOf(verdicts, outcome)), tests];
  return name.padEnd(14) + counts.map((count) => String(count).padStart(16)).join('');
}

function notes(verdicts: readonly Verdict[], outcome: Verdict['outcome'], heading: string): string[] {
  const noted = verdicts.filter((verdict) => verdict.outcome === outcome);
  if (noted.length === 0) return [];
  return [
    '',
    heading,
    ...noted.map(({ row, because }) => `  ${row.id.padEnd(10)} ${row.title}\n${''.padEnd(13)}${because}`),
  ];
}

/** The table, then what is different, not applicable and failed, each by its id. */
export function reportOf(protocols: Readonly<Record<string, readonly Verdict[]>>): string {
  const all = Object.values(protocols).flat();
  const head = ''.padEnd(14) + ['rows', ...OUTCOMES, 'tests'].map((name) => name.padStart(16)).join('');
  return [
    head,
    ...Object.entries(protocols).map(([name, verdicts]) => lineOf(name, verdicts)),
    lineOf('all', all),
    ...notes(all, 'different', 'Different on purpose, by the decision that says so:'),
    ...notes(all, 'not applicable', 'Not applicable:'),
    ...notes(all, 'failed', 'Failed:'),
  ].join('\n');
}
