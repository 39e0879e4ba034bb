import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Slow files of the system tests, the slowest first. On a machine that has not run them vitest begins with the largest
 * file, and a slow one that begins last is waited for by all.
 */
const SLOWEST = [
  'crash/kill',
  'outputs/commands',
  'outputs/pages',
  'fleet/faults',
  'attacks/environment',
  'crash/budgets',
  'browser/access',
  'browser/manners',
  'crash/disk',
  'crash/stop',
  'crash/lease',
  'package/tarballs',
  'crash/backup',
  'crash/telling',
  'fuzz/fuzz',
  'crash/power-cut',
  'docs/examples',
  'attacks/groups-f-q',
  'attacks/beside',
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
    return usual.sort(
      (one, other) =>
        groupOf(one) - groupOf(other) ||
        rankOf(one) - rankOf(other) ||
        // A worker goes on with what it has loaded only to a file of the same project.
        one.project.name.localeCompare(other.project.name),
    );
  }
}
