import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { THREADS } from '../../../packages/server/bundle.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const SOURCES = join(ROOT, 'packages/server/src');

/**
 * Puts each thread of the sources into one file, for a whole run of vitest. Node reads a thread's modules by itself, and
 * stripping their types anew in every one was 100 ms of processor time, where starting a thread is 40: thousands of tests
 * start one. The name of the folder stands in the environment of the workers (see `bundled.ts`).
 */
export default async function setup(): Promise<() => void> {
  const cache = join(ROOT, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outdir = mkdtempSync(join(cache, 'threads-'));
  await build({
    entryPoints: THREADS.map((name) => join(SOURCES, `${name}.ts`)),
    outbase: SOURCES,
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // It finds its WebAssembly beside itself.
    external: ['@cf-wasm/photon'],
    alias: { '@hearback/protocol': join(ROOT, 'packages/protocol/src/index.ts') },
    banner: {
      js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
    },
    outExtension: { '.js': '.mjs' },
    logLevel: 'error',
  });
  process.env.HEARBACK_TEST_THREADS = outdir;
  return () => rmSync(outdir, { recursive: true, force: true });
}
