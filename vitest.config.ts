import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'scripts/**/test/**/*.test.ts',
      'local-org/test/**/*.test.ts',
      'timesheet-services/test/**/*.test.ts',
      'contracts/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/fixture/**', '**/seeds/**'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    // The checks start Java and compilers of their own: more workers than this only make them wait for each other.
    maxWorkers: 2,
  },
});
