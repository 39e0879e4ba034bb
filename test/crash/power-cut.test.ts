import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { temporary } from '../support/command.ts';
import { withHooks } from '../support/hooks.ts';
import { serveTraced } from '../support/traced.ts';
import { HOME, TARGET } from './announce.ts';
import { putLoad } from './load.ts';
import { type CutReport, cutAtEachSync, readCalls } from './power-cut.ts';
import { randomFrom } from './random.ts';
import { openerOf } from './status-ids.ts';

const SEED = 20_261_128;
const WANTED = 48;
/** Hundreds of images are written and opened, which takes half a minute alone. */
const LONG_MS = 180_000;
const CRASH_POINT = new URL('./hooks/crash-point.ts', import.meta.url);
const WITHOUT_SYNC = new URL('./hooks/without-sync.ts', import.meta.url);

async function cutPower(hook: URL): Promise<CutReport> {
  await using directory = await temporary();
  await using images = await temporary();
  const calls = ['pwrite64', 'ftruncate', 'fdatasync', 'fsync', 'write', 'writev', 'sendto', 'sendmsg'];
  const options = ['-y', '-xx', '-s', '70000', '-e', `trace=${calls.join(',')}`];
  // The log is written back all the time, so that this too is cut at every place.
  const env = { ...withHooks(hook), CHECKPOINT_PAGES: '30' };
  const args = ['--site', HOME, '--allow-network', '127.0.0.0/8', '--limits', 'off'];
  const server = await serveTraced(options, args, { directory: directory.path, env });
  const source = (client: number, page: number) => `http://127.1.1.${client + 1}:9/${page}`;
  await putLoad(server.url, { target: TARGET, source, most: WANTED }).all;
  await server.stop('SIGKILL');
  const recorded = readCalls(await readFile(server.recording, 'utf8'));
  return cutAtEachSync(recorded, images.path, randomFrom(SEED), openerOf(directory.path));
}

it(
  `R2: a power cut at any sync keeps all that was acknowledged (seed ${SEED})`,
  async () => {
    const { cuts, acknowledged, ...damage } = await cutPower(CRASH_POINT);
    expect(damage).toEqual({ lost: 0, unsound: 0 });
    expect(acknowledged).toBeGreaterThanOrEqual(WANTED / 2);
    expect(cuts).toBeGreaterThan(60);
  },
  LONG_MS,
);

it('and this test would see it: without syncs nothing acknowledged is safe', async () => {
  const { acknowledged, lost, unsound } = await cutPower(WITHOUT_SYNC);
  expect(acknowledged).toBeGreaterThanOrEqual(WANTED / 2);
  expect(lost + unsound).toBeGreaterThan(0);
});
