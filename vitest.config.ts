import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/aws/e2e/**', 'tests/trino/**'],
    testTimeout: 30_000,
  },
})
