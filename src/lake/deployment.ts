/**
 * Where a deployment's parts are. `infra/` creates them under these names, the functions and the command line find them, so
 * nothing else has to be configured: the lake bucket's name tells all. No cloud library here.
 */
import { UsageError } from '../errors.ts'

export interface Deployment {
  /** `[a-z][a-z0-9]{0,11}`: it stands in bucket names. */
  readonly stage: string
  readonly account: string
  readonly region: string
}

/** Names of what a deployment owns. Buckets have fixed names because S3 must know the queue before the bucket is made. */
export function deploymentNames({ stage, account, region }: Deployment) {
  const bucket = (role: string) => `presslake-${stage}-${role}-${account}-${region}`
  return {
    inboxBucket: bucket('inbox'),
    lakeBucket: bucket('lake'),
    releasesBucket: bucket('releases'),
    logsBucket: bucket('logs'),
    intakeQueue: `presslake-${stage}-intake`,
    intakeDeadLetters: deadLettersOf(`presslake-${stage}-intake`),
    /** Ticks of the clock, and deployments, that could not be handed over or ended with an error. */
    clockDeadLetters: deadLettersOf(`presslake-${stage}-clock`),
    /** Glue database of everything that can be queried. */
    database: `presslake_${stage}`,
    /** For people: results are kept for days, a query may scan so much and no more. */
    workgroup: `presslake-${stage}`,
    /** For the writer alone. What runs in it runs one at a time. */
    writerWorkgroup: `presslake-${stage}-writer`,
    mergeFunction: `presslake-${stage}-merge`,
    /** State machine that backfills, reconciles and reprocesses. */
    sweepMachine: `presslake-${stage}-sweep`,
    /** State machine that takes articles down. */
    takedownMachine: `presslake-${stage}-takedown`,
  } as const
}

/** Where messages of a queue go that failed too often. */
export const deadLettersOf = (queue: string): string => `${queue}-dead-letters`

/** Log groups of the functions of a stage, by what `presslake tail` calls each. */
export const logGroups = (stage: string) =>
  ({
    ingest: `/presslake/${stage}/ingest`,
    merge: `/presslake/${stage}/merge`,
    migrate: `/presslake/${stage}/migrate`,
    'sweep-plan': `/presslake/${stage}/sweep-plan`,
    'sweep-read': `/presslake/${stage}/sweep-read`,
    takedown: `/presslake/${stage}/takedown`,
  }) as const

/** The policy of those who use the command line. Policies know no region, their names do. */
export const commandLinePolicy = ({ stage, region }: Pick<Deployment, 'stage' | 'region'>): string =>
  `presslake-${stage}-command-line-${region}`

/** The policy of those who publish, beside the other one or alone. */
export const publisherPolicy = ({ stage, region }: Pick<Deployment, 'stage' | 'region'>): string =>
  `presslake-${stage}-publisher-${region}`

export type DeploymentNames = ReturnType<typeof deploymentNames>

const LAKE_BUCKET =
  /^presslake-(?<stage>[a-z][a-z0-9]{0,11})-lake-(?<account>\d{12})-(?<region>[a-z]{2}(?:-[a-z]+)+-\d)$/

/** The deployment that a lake's address names: `s3://presslake-<stage>-lake-<account>-<region>`. */
export function deploymentOf(lake: string): Deployment {
  const bucket = lake.replace(/^s3:\/\//, '').replace(/\/$/, '')
  const { stage, account, region } = LAKE_BUCKET.exec(bucket)?.groups ?? {}
  if (!stage || !account || !region)
    throw new UsageError(`expected s3://presslake-<stage>-lake-<account>-<region>, which deploy prints; got ${lake}`)
  return { stage, account, region }
}

/** Under which the functions send figures to CloudWatch, with the stage as their only dimension. */
export const metricsNamespace = 'Presslake'
