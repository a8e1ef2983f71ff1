/**
 * The tests that `npm run mutation` holds against the engine: those of its own three rooms, and the index on paper.
 * Must never: take in a test that opens the library; every mutant would pay for it.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/core/{scoring,statistics,robustness}/**/*.test.ts', 'tests/oracles/by-hand.test.ts'],
    setupFiles: ['tests/mutation.setup.ts'],
    testTimeout: 60_000,
    isolate: false,
  },
});
