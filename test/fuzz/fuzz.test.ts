import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { TARGETS } from './targets/index.ts';

const RUN = fileURLToPath(new URL('./run.ts', import.meta.url));
/** For all targets together; loading them comes on top. */
const SECONDS = 12;

/** In a process of its own: V8's counters see the sources as they are, not as the test runner rewrites them. */
async function fuzz(...args: readonly string[]): Promise<{ readonly code: number | null; readonly out: string }> {
  const child = spawn(process.execPath, [RUN, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, out };
}

it('every kept input still keeps to the oracles', async () => {
  const { code, out } = await fuzz('--replay');
  expect(out).toMatch(new RegExp(`replayed [1-9]\\d+ inputs of ${TARGETS.length} targets`));
  expect(code, out).toBe(0);
}, 120_000);

it(`${SECONDS} seconds of new inputs, of another seed each time, find nothing`, async () => {
  const { code, out } = await fuzz('--seconds', String(SECONDS));
  console.info(out);
  expect(code, out).toBe(0);
  const executions = [...out.matchAll(/^[\w-]+: (\d+) executions/gm)].map(([, count]) => Number(count));
  expect(executions).toHaveLength(TARGETS.length);
  expect(Math.min(...executions)).toBeGreaterThan(30);
}, 120_000);
