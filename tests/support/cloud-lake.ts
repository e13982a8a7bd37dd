/**
 * A lake in the cloud without a cloud: folders for its buckets and DuckDB for Athena, or else the interfaces of S3 and Athena
 * with such things behind them; and functions that the test plays.
 */
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readChange } from '../../lambdas/shared/read-change.ts'
import { Room } from '../../lambdas/shared/room.ts'
import type { OperationalError } from '../../src/errors.ts'
import { awsFailure } from '../../src/lake/aws-failure.ts'
import { writeBatch } from '../../src/lake/batch.ts'
import { s3Download } from '../../src/lake/cloud/download.ts'
import { type CloudLake, cloudWarehouse } from '../../src/lake/cloud/lake.ts'
import type { LogLine } from '../../src/lake/cloud/logs.ts'
import { metered } from '../../src/lake/cloud/metered.ts'
import type { QueueDepth } from '../../src/lake/cloud/queues.ts'
import { deploymentNames } from '../../src/lake/deployment.ts'
import { merge, migrate } from '../../src/lake/merge.ts'
import { diskStore } from '../../src/lake/store-disk.ts'
import { s3Store } from '../../src/lake/store-s3.ts'
import type { Warehouse } from '../../src/lake/warehouse.ts'
import { athenaWarehouse } from '../../src/lake/warehouse-athena.ts'
import { duckdbWarehouse } from '../../src/lake/warehouse-duckdb.ts'
import { process } from '../../src/pipeline.ts'
import { athenaOnDuckdb } from './athena-on-duckdb.ts'
import { athenaClientOver } from './fake-athena.ts'
import { fakeS3 } from './fake-s3.ts'
import { temporaryFolder } from './writer.ts'

const deployment = { stage: 'dev', account: '123456789012', region: 'eu-central-1' }
const names = deploymentNames(deployment)

export interface TestCloudLake extends CloudLake {
  /** What the queues hold; empty when absent. */
  readonly depths: Map<string, QueueDepth>
  /** Lines of each log group; a group that is absent is not there. */
  readonly lines: Map<string, LogLine[]>
  /** What the functions were called with. */
  readonly calls: { readonly name: string; readonly event: unknown }[]
  /** What a function answers, or throws, instead of doing its work. */
  readonly answers: Map<string, () => unknown>
  /** Plays the ingest function: reads what is new in the inbox, and stages it. */
  ingestWaiting(): Promise<void>
  /** Called whenever a command waits, with the clock moved on. */
  whileWaiting: () => Promise<void>
  /** Names of takedowns that are under way. */
  readonly executions: string[]
  /** Called when a command follows a takedown to its end. */
  whileFollowed: (name: string) => Promise<void>
}

/** What stands for the cloud. */
interface Parts extends Pick<CloudLake, 'inbox' | 'store' | 'releases' | 'download'> {
  /** As its functions ask, and as people do. */
  readonly writer: Warehouse
  readonly people: Warehouse
}

async function foldersAndDuckdb(): Promise<Parts> {
  const folder = await temporaryFolder()
  const store = (name: string) => diskStore(join(folder, name))
  const duckdb = await duckdbWarehouse({ file: ':memory:', staging: join(folder, 'lake') })
  return {
    download: (key, path) => copyFile(join(folder, 'lake', key), path),
    inbox: store('inbox'),
    store: store('lake'),
    releases: store('releases'),
    writer: duckdb,
    people: { ...duckdb, query: async sql => ({ ...(await duckdb.query(sql)), scannedBytes: 2_000_000 }) },
  }
}

/** Every call goes through the clients of the SDK. */
export async function interfacesOfAws() {
  const s3 = fakeS3()
  const bucket = (name: string) => s3Store(s3.client, { bucket: name })
  const store = bucket(names.lakeBucket)
  const athena = await athenaOnDuckdb(() => store)
  const client = () => athenaClientOver(async (...call) => ({ status: 200, answer: await athena.respond(...call) }))
  const parts: Parts = {
    download: s3Download(s3.client, { bucket: names.lakeBucket }),
    inbox: bucket(names.inboxBucket),
    store,
    releases: bucket(names.releasesBucket),
    people: cloudWarehouse(`s3://${names.lakeBucket}`, client()),
    writer: athenaWarehouse({
      client: client(),
      workgroup: names.writerWorkgroup,
      database: names.database,
      location: `s3://${names.lakeBucket}/tables/`,
      scope: 'test',
    }),
  }
  return { s3, athena, parts }
}

export async function testCloudLake(parts?: Parts): Promise<TestCloudLake> {
  const { download, inbox, store, releases, writer, people } = parts ?? (await foldersAndDuckdb())
  await migrate({ store, warehouse: writer })
  const read = new Set<string>()
  let now = Date.parse('2026-01-05T10:00:00Z')
  const lake: TestCloudLake = {
    address: `s3://${names.lakeBucket}`,
    deployment,
    names,
    inbox,
    store,
    releases,
    download,
    ...metered(people),
    depths: new Map(),
    lines: new Map(),
    calls: [],
    answers: new Map(),
    queues: { depth: async queue => lake.depths.get(queue) ?? { waiting: 0, inWork: 0 } },
    functions: {
      async invoke(name, event) {
        lake.calls.push({ name, event })
        const answer = lake.answers.get(name)
        return answer ? answer() : merge({ store, warehouse: writer })
      },
      async probe(name) {
        lake.answers.get(name)?.()
      },
    },
    logs: {
      async *read(group, since) {
        const lines = lake.lines.get(group)
        if (!lines) throw awsFailure(`cannot read the log ${group}`, serviceError('ResourceNotFoundException', 400))
        yield* lines.filter(({ at }) => at >= since)
      },
    },
    takedowns: {
      running: async id => lake.executions.find(name => name.startsWith(id)) ?? null,
      start: async (name, articleId) => {
        lake.calls.push({ name, event: { articleId } })
      },
      follow: async (name, progress = async () => {}) => {
        await progress()
        await lake.whileFollowed(name)
      },
    },
    credentials: async () => ({ accessKeyId: 'AKIATEST' }),
    clock: () => now,
    async wait(ms) {
      now += ms
      await lake.whileWaiting()
    },
    whileWaiting: async () => {},
    executions: [],
    whileFollowed: async () => {},
    async ingestWaiting() {
      const readings = []
      const ports = {
        inbox,
        lake: store,
        read: async (...document: Parameters<typeof process>) => process(...document),
      }
      for await (const { key, revision, sizeBytes } of inbox.list('')) {
        if (read.has(`${key} ${revision}`)) continue
        read.add(`${key} ${revision}`)
        readings.push(await readChange(ports, new Room(1), { key, revision, sizeBytes }))
      }
      if (readings.length > 0) await writeBatch(store, readings)
    },
    close: () => writer.close(),
  }
  return lake
}

/** As the SDK throws it. */
export const serviceError = (name: string, httpStatusCode: number, message = `${name} happened`): Error =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode } })

/** As the ports throw it when something is not allowed. */
export const refused = (what: string): OperationalError => awsFailure(what, serviceError('AccessDenied', 403))
