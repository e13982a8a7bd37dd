import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/aws/e2e/**', 'tests/trino/**'],
    // Files share their worker: no test changes what another one sees, and loading Arrow, DuckDB and the CDK once is enough.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
