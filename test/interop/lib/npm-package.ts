import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE = fileURLToPath(new URL('../../../.cache/interop', import.meta.url));

/**
 * Folder of a package of somebody else, installed where no other package of the house sees it: most of them bring a
 * hundred more, years old, that nobody who builds the house needs. Kept for the next run; scripts of packages are not run.
 */
export function provideNpmPackage(name: string, version: string): string {
  const root = rootOf(name, version);
  const folder = npmPackageFolder(name, version);
  if (versionIn(folder) === version) return folder;
  console.error(`Installing ${name} ${version} from the npm registry into ${root} …`);
  mkdirSync(root, { recursive: true });
  // With a manifest of its own, npm does not go up to the one of the house.
  writeFileSync(join(root, 'package.json'), '{ "private": true }\n');
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  try {
    execFileSync('npm', ['install', '--prefix', root, ...options, `${name}@${version}`], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? '').trim();
    throw new Error(`The interop test needs ${name} ${version}, and npm could not install it: ${said.slice(-300)}`);
  }
  return folder;
}

/** Where it is, once it was installed. */
export function npmPackageFolder(name: string, version: string): string {
  return join(rootOf(name, version), 'node_modules', name);
}

function rootOf(name: string, version: string): string {
  return join(CACHE, `${name.replaceAll(/^\W|[^\w-]/g, '')}-${version}`);
}

function versionIn(folder: string): string | undefined {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest)
    ? (JSON.parse(readFileSync(manifest, 'utf8')) as { version?: string }).version
    : undefined;
}
