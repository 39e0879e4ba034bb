import { fileURLToPath } from 'node:url';

/**
 * The environment in which a server is loaded together with modules of the test: faults and clocks come in from outside,
 * and the server itself has no switch for any of them.
 */
export function withHooks(...modules: readonly URL[]): { readonly NODE_OPTIONS: string } {
  return { NODE_OPTIONS: modules.map((module) => `--import ${fileURLToPath(module)}`).join(' ') };
}

/** `CLOCK_OFFSET_MS` (number): how far the server's clock is ahead. */
export const CLOCK = new URL('./clock-hook.ts', import.meta.url);
