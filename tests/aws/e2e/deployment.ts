/** The one deployment of the suite, as its tests work with it. */
import { S3Client } from '@aws-sdk/client-s3'
import { type DeploymentNames, deploymentNames } from '../../../src/lake/deployment.ts'
import type { Store } from '../../../src/lake/store.ts'
import { s3Store } from '../../../src/lake/store-s3.ts'
import type { ResultRow } from '../../../src/lake/warehouse.ts'
import type { SentStatement } from '../../support/athena-on-duckdb.ts'
import { ACCOUNT, type Api, REGION } from './api.ts'
import type { Run } from './functions.ts'

/** Where everything is; plain data, for the processes of the tests. */
export interface Deployment {
  /** With the keys of an administrator. */
  readonly api: Api
  /** Address of Athena's interface. */
  readonly athena: string
  /** Address of what runs the functions. */
  readonly functions: string
  /** Folder of the templates as they were deployed. */
  readonly assembly: string
  /** Outputs of each stack. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export interface Deployed extends Deployment {
  readonly names: DeploymentNames
  readonly s3: S3Client
  readonly lake: Store
  /** Asks the tables, past Athena's interface; 64-bit integers come as numbers. */
  rows(sql: string): Promise<readonly ResultRow[]>
  /** Every statement that was sent to Athena, in order. */
  statements(): Promise<readonly SentStatement[]>
  /** Every run of a function, in order. */
  runs(): Promise<readonly Run[]>
}

export const STAGE = 'dev'
export const names = deploymentNames({ stage: STAGE, account: ACCOUNT, region: REGION })

/** In a test, of `inject('deployment')`. */
export function deployedAt(deployment: Deployment): Deployed {
  const s3 = s3Client(deployment.api)
  const asked = async <T>(url: string, body?: string) => {
    const response = await fetch(url, body === undefined ? {} : { method: 'POST', body })
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as T
  }
  return {
    ...deployment,
    names,
    s3,
    lake: s3Store(s3, { bucket: names.lakeBucket }),
    rows: sql => asked(`${deployment.athena}/rows`, sql),
    statements: () => asked(`${deployment.athena}/statements`),
    runs: () => asked(`${deployment.functions}/runs`),
  }
}

export const s3Client = ({ address, keys: { id, secret, token } }: Api) =>
  new S3Client({
    endpoint: address,
    region: REGION,
    forcePathStyle: true,
    credentials: { accessKeyId: id, secretAccessKey: secret, ...(token ? { sessionToken: token } : {}) },
  })
