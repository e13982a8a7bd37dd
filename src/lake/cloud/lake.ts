/** A lake that was deployed, as the command line has it: its functions write the tables, everybody else asks Athena. */
import { randomUUID } from 'node:crypto'
import { AthenaClient } from '@aws-sdk/client-athena'
import { S3Client } from '@aws-sdk/client-s3'
import type { Spent } from '../athena-price.ts'
import { awsFailure } from '../aws-failure.ts'
import { type Deployment, type DeploymentNames, deploymentNames, deploymentOf } from '../deployment.ts'
import { tablesPrefix } from '../keys.ts'
import type { Store } from '../store.ts'
import { s3Store } from '../store-s3.ts'
import type { Warehouse } from '../warehouse.ts'
import { athenaWarehouse } from '../warehouse-athena.ts'
import { type Download, s3Download } from './download.ts'
import type { Functions } from './functions.ts'
import type { Logs } from './logs.ts'
import { metered } from './metered.ts'
import type { Queues } from './queues.ts'
import type { Takedowns } from './takedowns.ts'

export interface CloudLake {
  /** As the person who called named it. */
  readonly address: string
  readonly deployment: Deployment
  readonly names: DeploymentNames
  readonly inbox: Store
  readonly store: Store
  readonly releases: Store
  /** Writes an object of the lake bucket to a file. */
  readonly download: Download
  /** In the workgroup for people, with its limit on what a query may scan. */
  readonly warehouse: Warehouse
  /** What its queries cost so far. */
  readonly spent: () => Spent
  readonly queues: Queues
  readonly functions: Functions
  readonly logs: Logs
  readonly takedowns: Takedowns
  /** Who calls, as far as the credentials tell. */
  readonly credentials: () => Promise<{ readonly accessKeyId: string; readonly accountId?: string }>
  /** Milliseconds since 1970. */
  readonly clock: () => number
  readonly wait: (ms: number) => Promise<void>
  close(): Promise<void>
}

/** Opens the lake at `s3://…`. Nothing is asked of AWS yet. */
export function openCloudLake(address: string): CloudLake {
  const deployment = deploymentOf(address)
  const { region, account } = deployment
  const names = deploymentNames(deployment)
  const s3 = new S3Client({ region })
  const bucket = (name: string) => s3Store(s3, { bucket: name, owner: account })
  const { warehouse, spent } = metered(cloudWarehouse(address, new AthenaClient({ region })))
  return {
    address,
    deployment,
    names,
    inbox: bucket(names.inboxBucket),
    store: bucket(names.lakeBucket),
    releases: bucket(names.releasesBucket),
    download: s3Download(s3, { bucket: names.lakeBucket, owner: account }),
    warehouse,
    spent,
    ...laterPorts(address, region, account),
    credentials: () =>
      s3.config.credentials().catch(error => Promise.reject(awsFailure('cannot sign in to AWS', error))),
    clock: Date.now,
    wait: ms => new Promise(resolve => setTimeout(resolve, ms)),
    async close() {
      await warehouse.close()
      s3.destroy()
    },
  }
}

/** Tables of the lake at `s3://…`. */
export function cloudWarehouse(address: string, client: AthenaClient): Warehouse {
  const { workgroup, database, lakeBucket } = deploymentNames(deploymentOf(address))
  return athenaWarehouse({
    client,
    workgroup,
    database,
    location: `s3://${lakeBucket}/${tablesPrefix}`,
    scope: randomUUID(),
  })
}

/** Ports that few commands need: their libraries are loaded by their first call. */
function laterPorts(
  address: string,
  region: string,
  account: string,
): Pick<CloudLake, 'queues' | 'functions' | 'logs' | 'takedowns'> {
  const queues = once(async () => {
    const [{ SQSClient }, { sqsQueues }] = await Promise.all([import('@aws-sdk/client-sqs'), import('./queues.ts')])
    return sqsQueues(new SQSClient({ region }), account)
  })
  const functions = once(async () => {
    const [{ LambdaClient }, { lambdaFunctions }] = await Promise.all([
      import('@aws-sdk/client-lambda'),
      import('./functions.ts'),
    ])
    return lambdaFunctions(new LambdaClient({ region }))
  })
  const logs = once(async () => {
    const [{ CloudWatchLogsClient }, { cloudWatchLogs }] = await Promise.all([
      import('@aws-sdk/client-cloudwatch-logs'),
      import('./logs.ts'),
    ])
    return cloudWatchLogs(new CloudWatchLogsClient({ region }))
  })
  const takedowns = once(async () => (await import('./takedowns.ts')).takedownsOf(address))
  return {
    takedowns: {
      running: async articleId => (await takedowns()).running(articleId),
      start: async (name, articleId) => (await takedowns()).start(name, articleId),
      follow: async (name, progress) => (await takedowns()).follow(name, progress),
    },
    queues: { depth: async queue => (await queues()).depth(queue) },
    functions: {
      invoke: async (name, event) => (await functions()).invoke(name, event),
      probe: async name => (await functions()).probe(name),
    },
    logs: {
      async *read(group, since) {
        yield* (await logs()).read(group, since)
      },
    },
  }
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
