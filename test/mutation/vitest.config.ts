import { defineConfig } from 'vitest/config';

// Stryker runs the tests of the protocol alone: it is pure, so a mutant that survives is a test that is missing.
export default defineConfig({
  test: { name: 'mutation', include: ['packages/protocol/test/**/*.test.ts'] },
});
