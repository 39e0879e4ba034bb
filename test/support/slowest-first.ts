import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Slow files of the system tests, the slowest first. On a machine that has not run them vitest begins with the largest
 * file, and a slow one that begins last is waited for by all.
 */
const SLOWEST = [
  'outputs/commands',
  'crash/kill',
  'outputs/pages',
  'attacks/environment',
  'browser/access',
  'crash/budgets',
  'fleet/faults',
  'browser/manners',
  'crash/disk',
  'crash/stop',
  'crash/lease',
  'crash/power-cut',
  'package/tarballs',
  'docs/examples',
  'fuzz/fuzz',
  'outputs/notices',
  'outputs/calls',
];

const rankOf = ({ moduleId }: TestSpecification): number => {
  const rank = SLOWEST.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
  return rank < 0 ? SLOWEST.length : rank;
};

/** A class, because vitest makes it itself. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const groupOf = ({ project }: TestSpecification) => project.config.sequence.groupOrder;
    return usual.sort((one, other) => groupOf(one) - groupOf(other) || rankOf(one) - rankOf(other));
  }
}
