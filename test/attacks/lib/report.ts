import type { Group, Row } from './case.ts';
import type { Result } from './run-case.ts';

/** What one run, under one NODE_ENV, found out of a row. */
export interface RowResult {
  readonly id: string;
  readonly environment: string;
  readonly result: Result;
}

interface Verdict {
  readonly row: Row;
  readonly results: readonly RowResult[];
  readonly outcome: 'passed' | 'failed' | 'different' | 'not applicable' | 'not run';
}

const OUTCOMES = ['passed', 'failed', 'different', 'not applicable', 'not run'] as const;

function verdictOf(row: Row, all: readonly RowResult[]): Verdict {
  const results = all.filter(({ id }) => id === row.id);
  const failed = results.some(({ result }) => result.findings.length > 0);
  if (failed) return { row, results, outcome: 'failed' };
  if (row.state.state === 'not applicable') return { row, results, outcome: 'not applicable' };
  if (results.length === 0) return { row, results, outcome: 'not run' };
  return { row, results, outcome: row.state.state === 'different' ? 'different' : 'passed' };
}

function lineOf(name: string, verdicts: readonly Verdict[]): string {
  const count = (outcome: Verdict['outcome']) => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  const applicable = verdicts.length - count('not applicable');
  const runs = verdicts.reduce((sum, { results }) => sum + results.length, 0);
  const passed = `${count('passed') + count('different')} of ${applicable}`;
  return (
    name.padEnd(44) + [passed, ...OUTCOMES.slice(1).map(count), runs].map((cell) => String(cell).padStart(15)).join('')
  );
}

function notes(verdicts: readonly Verdict[], outcome: Verdict['outcome'], heading: string): readonly string[] {
  const noted = verdicts.filter((verdict) => verdict.outcome === outcome);
  if (noted.length === 0) return [];
  const because = ({ row }: Verdict) => ('because' in row.state ? row.state.because : '');
  return [
    '',
    heading,
    ...noted.map((verdict) => `  ${verdict.row.id.padEnd(5)}${verdict.row.title}: ${because(verdict)}`),
  ];
}

function failures({ row, results }: Verdict): readonly string[] {
  return results
    .filter(({ result }) => result.findings.length > 0)
    .map(
      ({ environment, result }) =>
        `  ${row.id.padEnd(5)}${result.title} [${environment}]: ${result.findings.join('; ')}`,
    );
}

function figures({ row, results }: Verdict): readonly string[] {
  return results.flatMap(({ environment, result }) =>
    result.figures.map((figure) => `  ${row.id.padEnd(5)}${result.title} [${environment}]: ${figure}`),
  );
}

/** The worst of a row: what its cases held up, took and needed. */
function peakOf({ row, results }: Verdict): readonly string[] {
  const peaks = results.map(({ result: { measured, ms } }) => ({ ...measured, ms }));
  if (peaks.every(({ rssMb }) => rssMb === undefined)) return [];
  const most = (of: (peak: (typeof peaks)[number]) => number) => Math.round(Math.max(...peaks.map(of)));
  const [lag, wall, rss, ms] = [
    most((p) => p.lagMs),
    most((p) => p.wallLagMs),
    most((p) => p.rssMb ?? 0),
    most((p) => p.ms),
  ];
  return [
    `  ${row.id.padEnd(5)}${row.title}: busy ${lag} ms at a time (${wall} by the wall), ${rss} MiB on top, ${ms} ms in all`,
  ];
}

/** The table by group; then what is different, what does not apply, the figures, and what failed. */
export function reportOf(groups: readonly Group[], results: readonly RowResult[]): { text: string; failed: boolean } {
  const letters = [...new Set(groups.map(({ letter }) => letter))];
  const named = letters.map((letter) => {
    const parts = groups.filter((group) => group.letter === letter);
    const rows = parts.flatMap((group) => group.rows);
    return { name: `${letter}  ${parts[0]?.title ?? ''}`, verdicts: rows.map((row) => verdictOf(row, results)) };
  });
  const all = named.flatMap(({ verdicts }) => verdicts);
  const head = ''.padEnd(44) + ['rows passed', ...OUTCOMES.slice(1), 'runs'].map((cell) => cell.padStart(15)).join('');
  const bad = all.filter(({ outcome }) => outcome === 'failed');
  const shown = all.flatMap(figures);
  const peaks = all.flatMap(peakOf);
  const text = [
    head,
    ...named.map(({ name, verdicts }) => lineOf(name, verdicts)),
    lineOf('all', all),
    ...notes(all, 'different', 'Different on purpose (counted as passed, with cases for what is done instead):'),
    ...notes(all, 'not applicable', 'Not applicable (yet):'),
    ...(shown.length > 0 ? ['', 'Figures:', ...shown] : []),
    ...(peaks.length > 0 ? ['', 'Peaks (the peers and the callers run in the same process):', ...peaks] : []),
    ...(bad.length > 0 ? ['', 'Failed:', ...bad.flatMap(failures)] : []),
  ].join('\n');
  return { text, failed: bad.length > 0 };
}
