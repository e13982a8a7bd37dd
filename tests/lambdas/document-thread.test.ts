/** The thread as it is bundled for deployment, with the real core in it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { threadFile, threadOptions } from '../../infra/constructs/bundle-options.ts'
import { type DocumentThread, documentThread } from '../../lambdas/shared/document-thread.ts'
import { processSafely } from '../../src/lake/process-safely.ts'
import { process as processHere } from '../../src/pipeline.ts'
import type { Facts } from '../../src/types.ts'
import { adversarial } from '../support/adversarial.ts'
import { temporaryFolder } from '../support/writer.ts'

const root = join(import.meta.dirname, '../..')
const facts: Facts = { sourceKey: 'one.txt', revision: '0' }
const seed = readFileSync(join(root, 'seeds/002_60b2a5c6f0620d12.txt'))
const plenty = { milliseconds: 60_000, heapMb: 1024 }
const minutes = () => 60_000

let file: string
beforeAll(async () => {
  file = join(await temporaryFolder(), threadFile('document-thread.ts'))
  const { 'main-fields': mainFields, ...options } = threadOptions
  const entryPoints = [join(root, 'lambdas/document-thread.ts')]
  await build({ ...options, mainFields: mainFields.split(','), entryPoints, outfile: file })
})

let thread: DocumentThread
afterEach(() => thread.close())

/** Text that keeps the rules at work for long, and needs much memory. */
function hard(megabytes: number): Uint8Array {
  const { piece } = adversarial.find(({ name }) => name === 'source phrases') as (typeof adversarial)[number]
  return new TextEncoder().encode(piece.repeat((megabytes * 1_000_000) / new TextEncoder().encode(piece).length))
}

describe('a document', () => {
  test('gives the rows that it gives without a thread', async () => {
    thread = documentThread(file, plenty)
    const rows = await thread.reader(minutes)(seed, facts)
    expect(rows).toEqual(processHere(seed, facts))
    expect(rows.articles).not.toEqual([])
  })

  test('that takes too long is given up, and the next one is read', async () => {
    thread = documentThread(file, { ...plenty, milliseconds: 1500 })
    const read = thread.reader(minutes)
    const [first, second] = await Promise.allSettled([read(hard(8), facts), read(seed, facts)])
    expect(first).toMatchObject({ reason: { name: 'GaveUp', message: 'it took more than 1.5 s' } })
    expect(second).toMatchObject({ value: { document: { outcome: 'parsed' } } })
  })

  test('that needs too much memory is given up, and the next one is read', async () => {
    thread = documentThread(file, { ...plenty, heapMb: 64 })
    const read = thread.reader(minutes)
    const [first, second] = await Promise.allSettled([read(hard(8), facts), read(seed, facts)])
    expect(first).toMatchObject({ reason: { name: 'GaveUp', message: 'it needs more than 64 MB of memory' } })
    expect(second).toMatchObject({ value: { document: { outcome: 'parsed' } } })
  })

  test('for which the run has no time is nobody’s fault, and comes again', async () => {
    thread = documentThread(file, plenty)
    await expect(thread.reader(() => 0)(seed, facts)).rejects.toMatchObject({ retryable: true })
    await expect(thread.reader(() => 300)(hard(8), facts)).rejects.toThrow('no time left')
    expect((await thread.reader(minutes)(seed, facts)).document.outcome).toBe('parsed')
  })

  test('on which the core fails brings its error along', async () => {
    thread = documentThread(file, plenty)
    const nothing = null as unknown as Facts
    await expect(thread.reader(minutes)(seed, nothing)).rejects.toMatchObject({ name: 'TypeError' })
  })
})

test('a thread that cannot begin is no fault of a document', async () => {
  thread = documentThread(`${file}.missing`, plenty)
  await expect(thread.reader(minutes)(seed, facts)).rejects.toMatchObject({ name: 'OperationalError', retryable: true })
})

test('what was given up is failed, and older than what any rules have read', async () => {
  thread = documentThread(file, { ...plenty, heapMb: 64 })
  const error = await thread
    .reader(minutes)(hard(8), facts)
    .catch(error => error)
  const fail = () => {
    throw error
  }
  expect(processSafely(seed, facts, { process: fail }).document).toMatchObject({
    outcome: 'failed',
    outcome_reason: 'the program gave up on it: it needs more than 64 MB of memory',
    pipeline_version: 0,
  })
})
