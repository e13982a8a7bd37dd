/** What ingest costs a document, from the bytes of a bucket to the parts of a batch: the processor's time, and bytes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { threadFile } from '../../infra/constructs/bundle-options.ts'
import { documentThread } from '../../lambdas/shared/document-thread.ts'
import { ingestBatch } from '../../lambdas/shared/ingest-batch.ts'
import type { Store, StoredContent } from '../../src/lake/store.ts'
import { notification, recordsOf } from '../lambdas/records.ts'
import { memoryStore } from '../support/memory-store.ts'
import { median } from './clock.ts'
import { seeds } from './corpus.ts'
import { bundleInto, type DeploymentFigure } from './deployment.ts'

/** Messages of one run, as in production. */
const BATCH = 200
const ROUNDS = 7
const minutes = { getRemainingTimeInMillis: () => 600_000 }

/** Runs whole batches of the sample documents through the function, without S3. */
export async function ingestFigures(): Promise<readonly DeploymentFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'presslake-bench-'))
  await bundleInto(folder)
  const thread = documentThread(join(folder, threadFile('document-thread.ts')), { milliseconds: 60_000, heapMb: 1024 })
  const documents = seeds()
  const bytesOf = (n: number) => documents[n % documents.length] as Uint8Array
  const messages = recordsOf(
    ...Array.from({ length: BATCH }, (_, n) => notification('s3-put', { key: String(n), size: bytesOf(n).length })),
  )
  const run = async (bytes = bytesOf) => {
    const lake = memoryStore()
    const ports = { inbox: inboxOf(bytes), lake, read: thread.reader(() => 600_000), failed: fail, staged: () => {} }
    await ingestBatch({ Records: [...messages] }, minutes, ports)
    return lake
  }
  try {
    const lake = await run(n => shuffled(bytesOf(n), n))
    const staged = [...lake.objects.values()].reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
    const read = messages.reduce((sum, _, n) => sum + bytesOf(n).length, 0)
    const seconds: number[] = []
    for (let round = 0; round < ROUNDS; round++) seconds.push(await processorSeconds(() => run()))
    return [
      {
        name: 'ingest, a document',
        value: (1000 * median(seconds)) / BATCH,
        unit: 'ms of the processor, with its thread and Parquet',
      },
      { name: 'document, mean size', value: read / BATCH / 1000, unit: 'kB' },
      { name: 'staged for a document', value: staged / BATCH / 1000, unit: `kB of Parquet, in batches of ${BATCH}` },
    ]
  } finally {
    await thread.close()
    rmSync(folder, { recursive: true })
  }
}

/** The n-th of documents that share their words and no line, so that Parquet cannot keep one for all. */
function shuffled(bytes: Uint8Array, n: number): Uint8Array {
  const rank = (word: string, at: number) => Math.sin((n + 1) * (at + 1) + word.length)
  const lines = new TextDecoder().decode(bytes).split('\n')
  const mixed = lines.map(line => {
    const words = line.split(' ').map((word, at) => ({ word, rank: rank(word, at) }))
    return words
      .sort((a, b) => a.rank - b.rank)
      .map(({ word }) => word)
      .join(' ')
  })
  return new TextEncoder().encode(mixed.join('\n'))
}

function fail(message: string, error: unknown): never {
  throw new Error(`expected message ${message} to be read: ${error}`)
}

/** Of work that waits; threads count. */
async function processorSeconds(work: () => Promise<unknown>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

function inboxOf(bytesOf: (n: number) => Uint8Array): Store {
  const nothing = memoryStore()
  const get = async (key: string): Promise<StoredContent | null> => {
    if (!/^\d+$/.test(key)) return null
    const bytes = bytesOf(Number(key))
    const state = { revision: '0'.repeat(20), version: 'v1', tag: '', mediaType: null, metadata: {} }
    return { key, bytes, sizeBytes: bytes.length, ...state }
  }
  return { ...nothing, get }
}
