import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { temporary } from '../support/command.ts';
import { openPeer } from './peer.ts';
import { freePort, furnish, startSite } from './site.ts';
import { wholeWay } from './whole-way.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const NAMES = ['hono', 'express', 'fastify'];

it.concurrent.each(NAMES)('%s: heard, approved at the desk, shown, and told', async (name) => {
  await using folder = await temporary();
  await mkdir(join(folder.path, 'posts'));
  const port = await freePort();
  await using peer = await openPeer(`http://127.0.0.1:${port}/hello`);
  await furnish(folder.path, port, peer.post);
  await using site = await startSite([process.execPath, join(ROOT, 'examples', name, 'server.ts')], folder.path, port);
  await wholeWay(site, peer);
});

it.each(NAMES)('%s: what a copy installs is what is tested here', async (name) => {
  const read = async (path: string) => JSON.parse(await readFile(join(ROOT, path), 'utf8'));
  const { dependencies, devDependencies } = await read(`examples/${name}/package.json`);
  const { hearback, ...others } = { ...dependencies, ...devDependencies };
  expect((await read('package.json')).devDependencies).toMatchObject(others);
  expect(hearback).toBe(`^${(await read('packages/server/package.json')).version}`);
});
