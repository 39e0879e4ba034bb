import { fileURLToPath } from 'node:url';
import { startVitest, type TestCase } from 'vitest/node';
import type { Proof, Row } from './case.ts';
import type { RowResult } from './report.ts';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** The proofs of rows that are tested elsewhere. */
export function proofsOf(rows: readonly Row[]): readonly (readonly [Row, Proof])[] {
  return rows.flatMap((row) =>
    row.state.state === 'proven' ? row.state.by.map((proof) => [row, proof] as const) : [],
  );
}

/** Runs the files that the rows name, once each, and reads the names: a proof that no test has, or that fails, is a finding. */
export async function runProofs(rows: readonly Row[], tell: (result: RowResult) => void): Promise<void> {
  const proofs = proofsOf(rows);
  if (proofs.length === 0) return;
  const files = [...new Set(proofs.map(([, [file]]) => file))];
  const vitest = await startVitest('test', [...files], { root: ROOT, watch: false, reporters: [{}] });
  const modules = vitest.state.getTestModules();
  const byFile = new Map(modules.map((module) => [module.relativeModuleId, [...module.children.allTests()]]));
  await vitest.close();
  for (const [row, [file, name]] of proofs) {
    const tests = (byFile.get(file) ?? []).filter((test) => test.fullName.includes(name));
    const run = tests.filter((test) => ['passed', 'failed'].includes(test.result().state));
    const findings = run.length === 0 ? [`no test of ${file} with "${name}" was run`] : run.flatMap(failureOf);
    const ms = run.reduce((sum, test) => sum + (test.diagnostic()?.duration ?? 0), 0);
    const title = `${file}${name && `: ${name}`} (${run.length})`;
    tell({ id: row.id, environment: 'test', result: { title, findings, figures: [], ms, measured: NOTHING } });
  }
}

const NOTHING = { lagMs: 0, wallLagMs: 0, rssMb: undefined };

function failureOf(test: TestCase): readonly string[] {
  const { state, errors } = test.result();
  return state === 'failed' ? [`${test.fullName}: ${errors?.[0]?.message.split('\n')[0] ?? ''}`] : [];
}
