/**
 * Installs, checks, builds and runs the examples that are too large for every `npm test`: each in a copy,
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
import { closedLoop } from './static-site.ts';
import { wholeWay } from './whole-way.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const EXAMPLES: Record<string, (port: number) => readonly string[]> = {
  astro: () => [process.execPath, 'server.js'],
  next: (port) => [process.execPath, 'node_modules/next/dist/bin/next', 'start', '-p', String(port)],
};
/** Sites that are built, and where their page is then. */
const STATIC: Record<string, string> = {
  eleventy: '_site/hello/index.html',
  'astro-static': 'dist/hello/index.html',
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

/** A copy as a stranger has it, with the packed packages that it asks for. */
async function install(name: string, tarballs: string, folder: string): Promise<void> {
  await cp(join(ROOT, 'examples', name), folder, {
    recursive: true,
    filter: (path) =>
      !['node_modules', 'dist', '.next', '.astro', '_site', '.cache', 'hearback-data'].includes(basename(path)),
  });
  const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  const packed = (await readdir(tarballs)).map((file) => [named(file), `file:${join(tarballs, file)}`] as const);
  // `hearback` brings the other two, which are nowhere else yet.
  const wanted = name in STATIC ? packed.filter(([one]) => one === '@hearback/static') : packed;
  Object.assign(manifest.dependencies, Object.fromEntries(wanted));
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await run('npm install --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error', folder);
}

async function staticExample(name: string, tarballs: string): Promise<void> {
  const startedAt = performance.now();
  console.log(name);
  await using folder = await temporary();
  await install(name, tarballs, folder.path);
  await closedLoop(folder.path, STATIC[name] ?? '');
  console.log(`  approved and built, withdrawn and built, built without the server (${seconds(startedAt)} in all)`);
}

async function example(name: string, tarballs: string): Promise<void> {
  const startedAt = performance.now();
  console.log(name);
  await using folder = await temporary();
  await install(name, tarballs, folder.path);
  const port = await freePort();
  await using peer = await openPeer(`http://127.0.0.1:${port}/hello`);
  await furnish(folder.path, port, peer.post);

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
const all = [...Object.keys(EXAMPLES), ...Object.keys(STATIC)];
const unknown = wanted.find((name) => !all.includes(name));
if (unknown !== undefined) {
  console.error(`There is no example "${unknown}" here: ${all.join(', ')}.`);
  process.exit(2);
}
await using tarballs = await temporary();
const packages = ['protocol', 'widget', 'static', 'server'].map((name) => `-w packages/${name}`).join(' ');
await run(`npm pack --silent --pack-destination ${tarballs.path} ${packages}`, ROOT);
for (const name of wanted.length > 0 ? wanted : all)
  await (name in STATIC ? staticExample(name, tarballs.path) : example(name, tarballs.path));
