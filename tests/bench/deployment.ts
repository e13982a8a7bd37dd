/** What the ingest function costs before it does anything: the size of its bundle and the time of a cold start. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { bundleOptions, threadFile, threadOptions } from '../../infra/constructs/bundle-options.ts'

const root = join(import.meta.dirname, '../..')
const ROUNDS = 7
const ENVIRONMENT = {
  INBOX_BUCKET: 'inbox',
  LAKE_BUCKET: 'lake',
  STAGE: 'bench',
  AWS_REGION: 'eu-central-1',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '1024',
}

export interface DeploymentFigure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly ratio?: number
}

/** The files of the ingest function, as they are deployed. */
export async function bundleInto(folder: string): Promise<void> {
  const { banner, ...options } = bundleOptions
  await build({
    ...options,
    entryPoints: [join(root, 'lambdas/ingest.ts')],
    outfile: join(folder, 'index.mjs'),
    banner: { js: banner },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  })
  const { 'main-fields': mainFields, ...thread } = threadOptions
  await build({
    ...thread,
    mainFields: mainFields.split(','),
    entryPoints: [join(root, 'lambdas/document-thread.ts')],
    outfile: join(folder, threadFile('document-thread.ts')),
    logLevel: 'error',
  })
  const wasm = createRequire(import.meta.url).resolve('parquet-wasm/node/parquet_wasm_bg.wasm')
  copyFileSync(wasm, join(folder, 'parquet_wasm_bg.wasm'))
}

/** Bundles the function and its thread as deployment does, and starts them in processes of their own. */
export async function deploymentFigures(): Promise<readonly DeploymentFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'presslake-bench-'))
  try {
    await bundleInto(folder)
    const files = readdirSync(folder).map(name => join(folder, name))
    const size = files.reduce((total, file) => total + statSync(file).size, 0)
    const zipped = files.reduce((total, file) => total + gzipSync(readFileSync(file)).length, 0)
    const empty = coldStart(['--eval', ''])
    const loaded = coldStart([
      '--input-type=module',
      '--eval',
      `await import(${JSON.stringify(join(folder, 'index.mjs'))})
      const { Worker } = await import('node:worker_threads')
      new Worker(${JSON.stringify(join(folder, threadFile('document-thread.ts')))}).once('message', () => process.exit())`,
    ])
    return [
      { name: 'ingest function, unpacked', value: size / 2 ** 20, unit: 'MiB' },
      { name: 'ingest function, compressed', value: zipped / 2 ** 20, unit: 'MiB' },
      { name: 'cold start beyond that of Node.js', value: loaded - empty, unit: 'ms' },
      { name: 'cold start, whole process', value: loaded / empty, unit: '× an empty one' },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Median milliseconds of a process from its start to its end. */
function coldStart(args: readonly string[]): number {
  const times = Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    const { status, stderr } = spawnSync(process.execPath, args, {
      env: { ...process.env, ...ENVIRONMENT },
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`expected the function to load, got ${stderr}`)
    return performance.now() - start
  })
  return times.sort((a, b) => a - b)[ROUNDS >> 1] as number
}
