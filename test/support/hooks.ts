import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** As deep as the folders of hooks, so that what they name from where they are is there. */
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/hooks', import.meta.url));

/**
 * The environment in which a server is loaded together with modules of the test: faults and clocks come in from outside,
 * and the server itself has no switch for any of them. A module may import what Node has, and types.
 */
export function withHooks(...modules: readonly URL[]): { readonly NODE_OPTIONS: string } {
  return { NODE_OPTIONS: modules.map((module) => `--import ${withoutTypes(module)}`).join(' ') };
}

/** Each process, and each thread of it, would strip them anew, for 50 ms of processor time. */
function withoutTypes(module: URL): string {
  const text = readFileSync(module, 'utf8');
  const path = join(CACHE, `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.mjs`);
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  // Whole or not at all, for servers that start meanwhile.
  writeFileSync(`${path}.${process.pid}`, stripTypeScriptTypes(text));
  renameSync(`${path}.${process.pid}`, path);
  return path;
}

/** `CLOCK_OFFSET_MS` (number): how far the server's clock is ahead. */
export const CLOCK = new URL('./clock-hook.ts', import.meta.url);
