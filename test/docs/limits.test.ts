import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { LIMIT_KINDS } from '../../packages/server/src/allowances.ts';

test('the documented limits are those in force', async () => {
  const text = await readFile(new URL('../../docs/configuration.md', import.meta.url), 'utf8');
  const documented = [...text.matchAll(/^\| `(\w+)` \| (\d+) ([a-z ]+) \| (.*) \|$/gm)].map(
    ([, name, usual, unit, meaning]) => [name, Number(usual), unit, meaning],
  );
  const inForce = Object.entries(LIMIT_KINDS).map(([name, { usual, unit, meaning }]) => [name, usual, unit, meaning]);
  expect(documented).toEqual(inForce);
});
