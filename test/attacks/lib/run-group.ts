import { publicAddress } from './addresses.ts';
import type { AttackCase, Group, Row } from './case.ts';
import { bytesOf, notification, type Way } from './requests.ts';
import { type Form, openRig, type Rig } from './rig.ts';
import { type Result, runCase } from './run-case.ts';
import { linking } from './verbs.ts';

const WARM = publicAddress(500);

/** One case by one way, ready to be run. */
export interface Run {
  readonly row: Row;
  readonly one: AttackCase;
  readonly way: Way;
}

export function runsOf({ rows }: Group, form: Form): readonly Run[] {
  return rows.flatMap((row) =>
    row.cases
      .filter(({ full }) => form === 'full' || !full)
      .flatMap((one) => (one.ways ?? (['pingback'] as const)).map((way) => ({ row, one, way }))),
  );
}

function isAlone({ alone, config, dial, prepare, deed }: AttackCase): boolean {
  return alone !== undefined || config !== undefined || dial !== undefined || prepare !== undefined || 'send' in deed;
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
    async run({ one, way }) {
      if (!isAlone(one)) {
        shared ??= openRig(form);
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
