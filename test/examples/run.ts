/**
 * Installs, checks, builds and runs the examples of frameworks that are too large for every `npm test`: each in a copy,
 * as a stranger has it, with the packed packages. `npm run test:examples -- astro` runs one.
 */
import { execFile } from 'node:child_process';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { temporary } from '../support/command.ts';
import { openPeer } from './peer.ts';
import { freePort, furnish, startSite } from './site.ts';
import { wholeWay } from './whole-way.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXAMPLES: Record<string, (port: number) => readonly string[]> = {
  astro: () => [process.execPath, 'server.js'],
  next: (port) => [process.execPath, 'node_modules/next/dist/bin/next', 'start', '-p', String(port)],
};
/** Neither framework may tell its makers of a test. */
const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NEXT_TELEMETRY_DISABLED: '1' };

async function run(words: string, cwd: string): Promise<void> {
  const [program = '', ...args] = words.split(' ');
  const startedAt = performance.now();
  await promisify(execFile)(program, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }).catch((error) => {
    throw new Error(`${words} failed: ${error.stdout}${error.stderr}`);
  });
  console.log(`  ${words} (${seconds(startedAt)})`);
}

function seconds(startedAt: number): string {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

async function example(name: string, tarballs: string): Promise<void> {
  const startedAt = performance.now();
  console.log(name);
  await using folder = await temporary();
  await cp(join(ROOT, 'examples', name), folder.path, {
    recursive: true,
    filter: (path) => !['node_modules', 'dist', '.next', '.astro', 'hearback-data'].includes(basename(path)),
  });
  const manifest = JSON.parse(await readFile(join(folder.path, 'package.json'), 'utf8'));
  const packed = (await readdir(tarballs)).map((file) => [named(file), `file:${join(tarballs, file)}`]);
  Object.assign(manifest.dependencies, Object.fromEntries(packed));
  await writeFile(join(folder.path, 'package.json'), JSON.stringify(manifest));
  const port = await freePort();
  await using peer = await openPeer(`http://127.0.0.1:${port}/hello`);
  await furnish(folder.path, port, peer.post);

  await run('npm install --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error', folder.path);
  await run('npm run build', folder.path);
  await using site = await startSite(EXAMPLES[name]?.(port) ?? [], folder.path, port);
  await wholeWay(site, peer);
  console.log(`  heard, approved at the desk, shown, and told (${seconds(startedAt)} in all)`);
}

/** `hearback-protocol-0.1.0.tgz` */
function named(file: string): string {
  return file.replace(/-\d.*$/, '').replace(/^hearback-/, '@hearback/');
}

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !(name in EXAMPLES));
if (unknown !== undefined) {
  console.error(`There is no example "${unknown}" here: ${Object.keys(EXAMPLES).join(', ')}.`);
  process.exit(2);
}
await using tarballs = await temporary();
const packages = ['protocol', 'widget', 'static', 'server'].map((name) => `-w packages/${name}`).join(' ');
await run(`npm pack --silent --pack-destination ${tarballs.path} ${packages}`, ROOT);
for (const name of wanted.length > 0 ? wanted : Object.keys(EXAMPLES)) await example(name, tarballs.path);
