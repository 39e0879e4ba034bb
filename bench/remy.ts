import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { npmPackageFolder, provideNpmPackage } from '../test/interop/lib/npm-package.ts';
import { openFiftyHosts } from './lib/fifty-hosts.ts';
import type { Effort, Figure, Missing } from './lib/figure.ts';
import { alternate } from './lib/rounds.ts';
import { onTheWire, tellByCommand } from './sending.ts';

const PACKAGE = ['@remy/webmention', '1.5.0'] as const;
const run = promisify(execFile);

/** The same post with the same fifty links, told by the command of another. */
export async function toldByRemy({ rounds, peers }: Effort): Promise<Figure | Missing> {
  const name = 'telling 50 hosts, against another';
  const folder = npmPackageFolder(...PACKAGE);
  if (!existsSync(folder) && !peers)
    return { name, missing: `${PACKAGE.join(' ')} is not installed; --peers installs it` };
  const command = join(provideNpmPackage(...PACKAGE), 'bin/wm.js');
  const hosts = await openFiftyHosts();
  try {
    return {
      name,
      unit: 's',
      ...(await alternate(
        rounds,
        () => onTheWire(hosts, tellByCommand),
        () =>
          onTheWire(
            hosts,
            async ({ source }) => void (await run(process.execPath, [command, source, '--send', '--limit', '100'])),
          ),
      )),
      goal: { of: 'ratio', is: 'at most', bound: 1.25 },
      condition: `hearback send and, as the floor, ${PACKAGE.join(' ')} --send; 200 ms an answer, from the first request to the last reply; it keeps no record and has no queue`,
    };
  } catch (error) {
    return { name, missing: error instanceof Error ? error.message.slice(0, 200) : String(error) };
  } finally {
    hosts.close();
  }
}
