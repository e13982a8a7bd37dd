import { defineConfig } from 'vitest/config'

/** `npm run test:aws`: the deployment, end to end, on an emulator of AWS. */
export default defineConfig({
  test: {
    include: ['tests/aws/**/*.test.ts'],
    globalSetup: 'tests/aws/e2e/setup.ts',
    testTimeout: 600_000,
    hookTimeout: 900_000,
    // The files share one deployment.
    fileParallelism: false,
  },
})
