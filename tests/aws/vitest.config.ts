import { defineConfig } from 'vitest/config'

/** `npm run test:aws`: the deployment, end to end, on an emulator of AWS. */
export default defineConfig({
  test: {
    include: ['tests/aws/**/*.test.ts'],
    testTimeout: 600_000,
    hookTimeout: 900_000,
    fileParallelism: false,
  },
})
