import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Threads are started by the name of a file beside the module that starts them, so each name is there once. */
export const THREADS = [
  'worker/entry',
  'worker/picture-entry',
  'storage/sqlite/intake/thread',
  'storage/sqlite/backup/backup-thread',
] as const;

/** All other packages stay packages, so that a newer one counts as soon as it is installed. */
const INSIDE = ['@hearback/protocol', 'kysely', 'zod'];

/**
 * Bundles the command and its threads from the modules that `tsc` wrote into `dist`. Of the 700 that a server starts with,
 * 360 are those of Kysely and Zod; loading them one by one was half of the start, and 16 MB. What is imported later is in
 * files of its own still. Whoever embeds the server has the single modules.
 */
export async function bundleCommand(dist: string, outdir: string): Promise<void> {
  const { dependencies } = JSON.parse(readFileSync(join(dist, '../package.json'), 'utf8'));
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: ['cli/main', ...THREADS].map((name) => join(dist, `${name}.js`)),
    outdir,
    entryNames: '[name]',
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    external: Object.keys(dependencies).filter((name) => !INSIDE.includes(name)),
    legalComments: 'none',
    metafile: true,
  });
  const folders = Object.keys(metafile.inputs).flatMap((path) => /.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path) ?? []);
  writeFileSync(join(outdir, 'LICENSES.txt'), [...new Set(folders)].sort().map(licence).join('\n'));
}

/** Their authors ask that it goes with every copy. */
function licence(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  return `${name} ${version} (${license})\n\n${file ? readFileSync(join(folder, file), 'utf8') : ''}\n`;
}
