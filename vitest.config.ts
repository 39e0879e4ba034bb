import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/support/slowest-first.ts';

// Unit tests read the sources, so that a red test names the line that is wrong; the tests under test/ drive what is built.
const source = (name: string) => fileURLToPath(new URL(`./packages/${name}/src/index.ts`, import.meta.url));

// These measure time: a neighbour that takes the processor would spoil what they see. Attacks are held to processor time
// first of all, and each of the two files has a processor to itself.
const ATTACKS = ['test/attacks/attacks.test.ts', 'test/attacks/beside.test.ts'];
const TIMED = ['test/attacks/owner/doors.test.ts', 'test/crash/overload.test.ts'];
const setupFiles = ['test/support/threads/bundled.ts'];
const system = { setupFiles, testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // Left to itself it keeps one core of two free.
    maxWorkers: 2,
    sequence: { sequencer: SlowestFirst },
    globalSetup: ['test/support/threads/setup.ts'],
    projects: [
      {
        resolve: { alias: { '@hearback/protocol': source('protocol') } },
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        // One module graph for all files: loading it anew for each took more time than the tests.
        test: {
          name: 'unit',
          include: ['packages/*/test/**/*.test.ts'],
          isolate: false,
          setupFiles,
          testTimeout: 20_000,
          globalSetup: ['test/support/postgres/setup.ts'],
        },
      },
      {
        resolve: { alias: { '@hearback/protocol': source('protocol') } },
        oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
        test: { name: 'conformance', include: ['test/conformance/*.test.ts'], isolate: false, setupFiles },
      },
      {
        test: {
          ...system,
          name: 'system',
          include: ['test/**/*.test.ts'],
          exclude: ['test/conformance/**', ...ATTACKS, ...TIMED],
          // They wait for servers, browsers and disks for half of their time.
          maxWorkers: 4,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: { ...system, name: 'attacks', include: ATTACKS, maxWorkers: 2, sequence: { groupOrder: 2 } },
      },
      {
        test: { ...system, name: 'timed', include: TIMED, fileParallelism: false, sequence: { groupOrder: 3 } },
      },
    ],
  },
});
