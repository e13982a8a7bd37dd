/** Parquet writing in one bundled file, the way a Lambda function carries it: no node_modules beside it. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'
import { bundleOptions } from '../../infra/constructs/bundle-options.ts'

const folder = mkdtempSync(join(tmpdir(), 'presslake-bundle-'))
afterAll(() => rmSync(folder, { recursive: true }))

test('writes the same bytes as unbundled code', async () => {
  const { encodeParquet } = await import('../../src/tables/parquet.ts')
  const { everyType } = await import('../support/every-type.ts')
  await build({
    stdin: {
      contents: `
        import { everyType } from './tests/support/every-type.ts'
        import { encodeParquet } from './src/tables/parquet.ts'
        const examples = Object.fromEntries(Object.entries(everyType.columns).map(([name, { example }]) => [name, example]))
        process.stdout.write(Buffer.from(encodeParquet(everyType, [examples], { profile: 'staging' })).toString('base64'))
      `,
      resolveDir: join(import.meta.dirname, '../..'),
      loader: 'ts',
    },
    outfile: join(folder, 'index.mjs'),
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: bundleOptions.banner },
  })
  const wasm = createRequire(import.meta.url).resolve('parquet-wasm/node/parquet_wasm_bg.wasm')
  copyFileSync(wasm, join(folder, 'parquet_wasm_bg.wasm'))
  const bundled = Buffer.from(
    execFileSync(process.execPath, ['index.mjs'], { cwd: folder, encoding: 'utf8' }),
    'base64',
  )
  const examples = Object.fromEntries(Object.entries(everyType.columns).map(([name, { example }]) => [name, example]))
  expect(new Uint8Array(bundled)).toEqual(encodeParquet(everyType, [examples], { profile: 'staging' }))
})
