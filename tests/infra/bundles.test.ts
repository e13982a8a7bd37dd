/** What would be deployed, bundled for real, and loaded as Lambda loads it. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { settingsOf } from '../../infra/settings.ts'
import { addStacks } from '../../infra/stacks.ts'
import { newApp } from './synth.ts'

function bundles(): readonly string[] {
  const app = newApp({ 'aws:cdk:bundling-stacks': ['Pipeline'] })
  addStacks(app, settingsOf('dev'))
  const assembly = app.synth()
  return readdirSync(assembly.directory)
    .map(name => join(assembly.directory, name))
    .filter(path => existsSync(join(path, 'index.mjs')))
}

const environment = Object.fromEntries(
  [
    'STAGE',
    'INBOX_BUCKET',
    'LAKE_BUCKET',
    'DATABASE',
    'WORKGROUP',
    'TABLES_LOCATION',
    'RELEASES_BUCKET',
    'PEOPLE_WORKGROUP',
  ].map(name => [name, 'any']),
)
/** Lambda sets it. */
environment.AWS_LAMBDA_FUNCTION_MEMORY_SIZE = '1024'
const holds = (file: string) => (folder: string) => existsSync(join(folder, file))

describe('the functions', () => {
  const folders = bundles()

  test('are six; two of them read documents and write Parquet, and one reads it', () => {
    expect(folders).toHaveLength(6)
    const reading = folders.filter(holds('document-thread.cjs'))
    expect(reading).toHaveLength(2)
    expect(folders.filter(holds('parquet_wasm_bg.wasm'))).toEqual(expect.arrayContaining(reading))
    expect(folders.filter(holds('parquet_wasm_bg.wasm'))).toHaveLength(3)
  })

  test('that read documents leave the rules to their thread', () => {
    const ofRules = 'nonExamples'
    const haveRules = (file: string) =>
      folders.filter(holds(file)).map(folder => readFileSync(join(folder, file), 'utf8').includes(ofRules))
    expect(haveRules('document-thread.cjs')).toEqual([true, true])
    expect(haveRules('index.mjs')).toEqual(Array(6).fill(false))
  })

  test.each(folders.map((folder, i) => [i, folder] as const))('number %i has a handler', (_, folder) => {
    const program = `import('${join(folder, 'index.mjs')}').then(({ handler }) => console.log(typeof handler))`
    const printed = execFileSync(process.execPath, ['-e', program], {
      cwd: '/',
      encoding: 'utf8',
      env: { ...environment, AWS_REGION: 'eu-central-1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    expect(printed.trim()).toBe('function')
  })
})
