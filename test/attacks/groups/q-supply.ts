import { type Group, proven } from '../lib/case.ts';

const SUPPLY = 'test/supply/supply.test.ts';

export const group: Group = {
  letter: 'Q',
  title: 'what comes with it',
  rows: [
    proven('261', 0, 'scripts of an installation', [SUPPLY, '261 ']),
    proven('262', 0, 'the lockfile', [SUPPLY, '262 ']),
    proven('263', 1, 'growth', [SUPPLY, '263 ']),
    proven('264', 1, 'provenance', [SUPPLY, '264 ']),
    proven('265', 1, 'flags of the runtime', [SUPPLY, '265 ']),
    proven('266', 1, 'a container', ['test/deploy/container.test.ts', '266 ']),
    proven('267', 0, 'a switch for tests', [SUPPLY, '267 ']),
  ],
};
