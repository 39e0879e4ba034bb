import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const RUN = fileURLToPath(new URL('run.ts', import.meta.url));

// A guard that looks at NODE_ENV is open where it is not tested; `npm run test:attacks` does it with all that takes time.
it.concurrent.each(['unset', 'development', 'production'])(
  'the guard is the same under NODE_ENV %s',
  { timeout: 400_000 },
  async (environment) => {
    const run = promisify(execFile)(process.execPath, [
      RUN,
      '--short',
      '--brief',
      '--env',
      environment,
      '--group',
      'C,D,E,L',
    ]);
    await expect(run).resolves.toMatchObject({ stdout: expect.stringMatching(/^C {2}/m) });
  },
);
