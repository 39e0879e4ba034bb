import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { checkRuntime } from '../../src/cli/runtime.ts';
import { VERSION } from '../../src/version.ts';

it.each([
  ['20.20.2', undefined, 'Node 20.20.2 is too old'],
  ['22.19.0', '3.50.4', 'Node 22.19.0 is too old'],
  ['22.23.0', '3.51.2', 'carries SQLite 3.51.2'],
  ['22.23.0', '3.51.3', undefined],
  ['24.21.0', '3.53.4', undefined],
  ['24.0.0', '3.49.2', 'carries SQLite 3.49.2'],
  ['26.0.0', '4.0.0', undefined],
])('Node %s with SQLite %s', (node, sqlite, expected) => {
  const problem = checkRuntime({ node, sqlite });
  if (expected) expect(problem).toContain(expected);
  else expect(problem).toBeUndefined();
});

it('calls itself by the version of its package', () => {
  const manifest: { version: string } = JSON.parse(
    readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
  );
  expect(VERSION).toBe(manifest.version);
});
