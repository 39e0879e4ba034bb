import { putTables } from '../../../../test/support/tables.ts';
import type { Job, JobKind } from '../../src/job.ts';
import type { JobOutcome } from '../../src/jobs/outcome.ts';
import { createStep, type JobHandler, type Step, type StepDeps } from '../../src/jobs/step.ts';
import type { Random, Store } from '../../src/ports/index.ts';
import { openSqliteStore } from '../../src/storage/sqlite/open.ts';
import { type FakeClock, fakeClock } from '../storage/contract/opened.ts';
import { temporaryDirectory } from '../storage/directory.ts';

/** A real queue, a fake clock, and jobs that end when the test says so. */
export interface Work {
  readonly store: Store;
  readonly clock: FakeClock;
  /** Subjects of the jobs that run now, in the order in which they began. */
  running(): string[];
  end(subject: string, outcome?: JobOutcome): void;
  fail(subject: string, reason: string): void;
  /** It ends with its process. */
  forget(subject: string): void;
  /** Resolves when what came of those that were ended is written. */
  ended(): Promise<void>;
  readonly failures: string[];
  step(more?: Partial<StepDeps>): Step;
  close(): Promise<void>;
}

const MIDDLE: Random = { id: () => 'id', secret: () => 'secret', fraction: () => 0.5 };

export async function openWork(): Promise<Work> {
  const clock = fakeClock();
  const directory = temporaryDirectory();
  await putTables(openSqliteStore, directory.path);
  const store = await openSqliteStore({ directory: directory.path, clock });
  const begun = new Map<string, PromiseWithResolvers<JobOutcome>>();
  const failures: string[] = [];

  const handler: JobHandler = (job: Job) => {
    const end = Promise.withResolvers<JobOutcome>();
    begun.set(job.subject, end);
    return end.promise;
  };
  const handlers: Record<JobKind, JobHandler> = {
    verify: handler,
    deliver: handler,
    map: handler,
    watch: handler,
    hook: handler,
    notice: handler,
    avatar: handler,
    chore: handler,
  };
  const onFailure = (job: Job, reason: string) => failures.push(`${job.subject}: ${reason}`);

  function take(subject: string): PromiseWithResolvers<JobOutcome> {
    const end = begun.get(subject);
    if (end === undefined) throw new Error(`${subject} does not run`);
    begun.delete(subject);
    return end;
  }
  return {
    store,
    clock,
    running: () => [...begun.keys()],
    end: (subject, outcome = { outcome: 'done' }) => take(subject).resolve(outcome),
    fail: (subject, reason) => take(subject).reject(new Error(reason)),
    forget: (subject) => void take(subject),
    ended: async () => {
      await store.check();
      await new Promise<void>((resolve) => setImmediate(resolve));
    },
    failures,
    step: (more) =>
      createStep({ jobs: store.jobs, lostJobs: store.lostJobs, clock, random: MIDDLE, handlers, onFailure, ...more }),
    close: () => store.close().finally(directory.remove),
  };
}
