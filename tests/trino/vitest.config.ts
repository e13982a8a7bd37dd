import { defineConfig } from 'vitest/config'

/** `npm run test:trino`: our SQL on the engine that Athena is built from. */
export default defineConfig({
  test: {
    include: ['tests/trino/**/*.test.ts'],
    globalSetup: 'tests/trino/setup.ts',
    testTimeout: 600_000,
    hookTimeout: 600_000,
    fileParallelism: false,
  },
})
