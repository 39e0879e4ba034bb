import { defineConfig } from 'vitest/config';

// Stryker runs the tests of the protocol alone: it is pure, so a mutant that survives is a test that is missing. Properties
// and hostile pages are left out: they prove many inputs and not one line, and would be run again for nearly every mutant.
export default defineConfig({
  test: {
    name: 'mutation',
    include: ['packages/protocol/test/**/*.test.ts'],
    exclude: ['**/properties.test.ts', '**/hostile.test.ts'],
  },
});
