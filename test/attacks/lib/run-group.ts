import { LIMIT_NAMES } from '../../../packages/server/dist/allowances.js';
import { publicAddress } from './addresses.ts';
import type { AttackCase, Group, Row } from './case.ts';
import { MOST_LAG_MS } from './check.ts';
import { bytesOf, notification, type Way } from './requests.ts';
import { type Form, openRig, type Rig } from './rig.ts';
import { type Result, runCase } from './run-case.ts';
import { linking } from './verbs.ts';

const WARM = publicAddress(500);

/** Cases that share a server send more for one page, and from one client, than one may. */
const ROOM = Object.fromEntries(
  LIMIT_NAMES.filter((name) => !['connections', 'allowedFactor', 'firstDelay'].includes(name)).map((name) => [
    name,
    'off',
  ]),
);

/** One case by one way, ready to be run. */
export interface Run {
  readonly row: Row;
  readonly one: AttackCase;
  readonly way: Way;
}

export interface Choice {
  readonly form: Form;
  /** Rows that block a release only, and a case of each. */
  readonly brief?: boolean;
}

/** Opening a server takes most of the time of a case. What shares one is in the short form completely. */
const MOST_ALONE = { short: 2, full: Number.POSITIVE_INFINITY };
const MOST_BRIEF = 1;

/** In the short form a case that costs takes one of its ways, the next case the next one. */
function waysOf(one: AttackCase, at: number, { form, brief }: Choice): readonly Way[] {
  const { ways = ['pingback'] } = one;
  const costs = isAlone(one) || one.expect?.reply?.sameAsControl === true;
  return brief || (form === 'short' && costs) ? ways.slice(at % ways.length).slice(0, 1) : ways;
}

export function runsOf({ rows }: Group, choice: Choice): readonly Run[] {
  const { form, brief = false } = choice;
  return rows
    .filter(({ priority }) => !brief || priority === 0)
    .flatMap((row) => {
      const fitting = row.cases.filter(({ full }) => form === 'full' || !full);
      const alone = fitting.filter(isAlone).slice(0, brief ? MOST_BRIEF : MOST_ALONE[form]);
      const shared = fitting.filter((one) => !isAlone(one)).slice(0, brief ? MOST_BRIEF : undefined);
      return [...shared, ...alone].flatMap((one, at) => waysOf(one, at, choice).map((way) => ({ row, one, way })));
    });
}

function isAlone({ alone, config, dial, prepare, deed }: AttackCase): boolean {
  return alone !== undefined || config !== undefined || dial !== undefined || prepare !== undefined || 'send' in deed;
}

/** Whether others may run beside it: it has a server of its own, and does nothing to the process. */
export function mayShareProcess({ one }: Run, form: Form): boolean {
  const isQuiet = !('drill' in one.deed) || one.waits === true;
  return form === 'short' && isAlone(one) && one.prepare === undefined && isQuiet;
}

/** Cases that run at once in one process, under vitest (its default) as here. */
const AT_ONCE = 5;

/**
 * In the short form several run at once: memory is everybody's, and between two beats of the clock stands what is ready
 * of each of them. `npm run test:attacks` runs them alone.
 */
function asRun(run: Run, form: Form): AttackCase {
  const { one } = run;
  if (form === 'full') return one;
  const { rssMb: _, ...expect } = one.expect ?? {};
  const lagMs = (expect.lagMs ?? MOST_LAG_MS) * (mayShareProcess(run, form) ? AT_ONCE : 1);
  return { ...one, expect: { ...expect, lagMs } };
}

/** Reads a page before anybody measures: the thread that reads is started by the first one. */
async function warm(rig: Rig): Promise<void> {
  rig.dns.names = { 'warm.test': [WARM] };
  await rig.dialMap.open({ [`${WARM}:80`]: linking });
  await rig.send(bytesOf(notification('pingback', 'http://warm.test/')));
  await rig.pass();
}

export interface Runner {
  run(run: Run): Promise<Result>;
  close(): Promise<void>;
}

/** Cases that fetch nothing share a server, which is quicker and lets one see what the other left behind. */
export function createRunner(form: Form): Runner {
  let shared: Promise<Rig> | undefined;
  return {
    async run(run) {
      const { way } = run;
      const one = asRun(run, form);
      if (!isAlone(one)) {
        shared ??= openRig(form, { limits: ROOM });
        return runCase(one, way, await shared);
      }
      const rig = await openRig(form, one.config);
      if (one.expect?.rssMb !== undefined) await warm(rig);
      try {
        return await runCase(one, way, rig);
      } finally {
        await rig.close();
      }
    },
    async close() {
      await (await shared)?.close();
    },
  };
}

/** Runs all, some beside each other where that changes nothing, and tells of each when it has ended. */
export async function runAll(
  runs: readonly Run[],
  form: Form,
  tell: (run: Run, result: Result) => void,
): Promise<void> {
  const runner = createRunner(form);
  const waiting = runs.filter((run) => mayShareProcess(run, form));
  const work = async () => {
    for (let run = waiting.shift(); run; run = waiting.shift()) tell(run, await runner.run(run));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const run of runs) if (!mayShareProcess(run, form)) tell(run, await runner.run(run));
  await runner.close();
}
