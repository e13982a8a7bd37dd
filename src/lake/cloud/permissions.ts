/**
 * What a person may have to do with a deployed lake: the policies that `infra/` makes for users of the command line and for
 * publishers, and what `presslake doctor` names when something is refused. Named actions on named resources; a wildcard only
 * after a prefix.
 */
import { type Deployment, deploymentNames, logGroups } from '../deployment.ts'
import { detailsKey, publisherSecretKey, releaseRoot, resultsPrefix, tablesPrefix, takedownPrefix } from '../keys.ts'

export interface Permission {
  /** Id of the statement, `[A-Za-z0-9]+`. */
  readonly sid: string
  readonly actions: readonly string[]
  /** ARNs. */
  readonly resources: readonly string[]
}

/** Everything that users of the command line need but publishers, and nothing else. */
export function commandLinePermissions(deployment: Deployment, partition: string): readonly Permission[] {
  const { names, arn, bucket, objects } = arnsOf(deployment, partition)
  return [
    listBuckets([bucket(names.lakeBucket), bucket(names.inboxBucket), bucket(names.releasesBucket)]),
    {
      sid: 'DropDocuments',
      // An earlier version is what a row was made from, when another was dropped over it.
      actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:PutObject', 's3:DeleteObject'],
      resources: [objects(names.inboxBucket, '')],
    },
    ...asking(deployment, partition),
    {
      sid: 'ReadReleases',
      actions: ['s3:GetObject'],
      resources: [objects(names.releasesBucket, releaseRoot('open'))],
    },
    {
      sid: 'LookAtQueues',
      actions: ['sqs:GetQueueUrl', 'sqs:GetQueueAttributes'],
      resources: [arn('sqs', names.intakeQueue), arn('sqs', names.intakeDeadLetters)],
    },
    {
      sid: 'CallMerge',
      actions: ['lambda:InvokeFunction'],
      resources: [arn('lambda', `function:${names.mergeFunction}`)],
    },
    {
      sid: 'Backfill',
      actions: ['states:StartExecution', 'states:ListMapRuns', 'states:DescribeExecution', 'states:DescribeMapRun'],
      resources: [
        arn('states', `stateMachine:${names.sweepMachine}`),
        arn('states', `execution:${names.sweepMachine}:*`),
        arn('states', `mapRun:${names.sweepMachine}/*`),
      ],
    },
    {
      sid: 'TakeDown',
      actions: ['states:StartExecution', 'states:ListExecutions', 'states:DescribeExecution'],
      resources: [
        arn('states', `stateMachine:${names.takedownMachine}`),
        arn('states', `execution:${names.takedownMachine}:*`),
      ],
    },
    {
      sid: 'ReadLogs',
      actions: ['logs:FilterLogEvents'],
      resources: Object.values(logGroups(deployment.stage)).map(group => arn('logs', `log-group:${group}:*`)),
    },
  ]
}

/** Everything that `release` needs, and `diff` and `verify` of all releases, and nothing else. */
export function publisherPermissions(deployment: Deployment, partition: string): readonly Permission[] {
  const { names, bucket, objects, object } = arnsOf(deployment, partition)
  return [
    listBuckets([bucket(names.lakeBucket), bucket(names.releasesBucket)]),
    ...asking(deployment, partition),
    {
      sid: 'CopyTables',
      actions: [...READ_AND_WRITE, 's3:DeleteObject'],
      resources: [objects(names.lakeBucket, resultsPrefix('publisher'))],
    },
    { sid: 'ReadDetails', actions: ['s3:GetObject'], resources: [object(names.lakeBucket, detailsKey)] },
    {
      sid: 'KeepSecret',
      actions: ['s3:GetObject', 's3:PutObject'],
      resources: [object(names.lakeBucket, publisherSecretKey)],
    },
    {
      sid: 'WriteReleases',
      // What was never finished is deleted; the bucket keeps versions of the rest.
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: [objects(names.releasesBucket, releaseRoot('open')), objects(names.lakeBucket, releaseRoot('full'))],
    },
  ]
}

/** Asking Athena, in the workgroup of people. */
function asking(deployment: Deployment, partition: string): readonly Permission[] {
  const { names, arn, objects } = arnsOf(deployment, partition)
  return [
    { sid: 'ReadTakedowns', actions: ['s3:GetObject'], resources: [objects(names.lakeBucket, takedownPrefix)] },
    {
      sid: 'AskAthena',
      actions: [
        'athena:StartQueryExecution',
        'athena:StopQueryExecution',
        'athena:GetQueryExecution',
        'athena:GetQueryResults',
        'athena:GetWorkGroup',
      ],
      resources: [arn('athena', `workgroup/${names.workgroup}`)],
    },
    {
      sid: 'ReadCatalog',
      actions: [
        'glue:GetDatabase',
        'glue:GetTable',
        'glue:GetTables',
        'glue:GetPartition',
        'glue:GetPartitions',
        'glue:BatchGetPartition',
      ],
      resources: [
        arn('glue', 'catalog'),
        arn('glue', `database/${names.database}`),
        arn('glue', `table/${names.database}/*`),
      ],
    },
    { sid: 'ReadTables', actions: ['s3:GetObject'], resources: [objects(names.lakeBucket, tablesPrefix)] },
    { sid: 'KeepAnswers', actions: READ_AND_WRITE, resources: [objects(names.lakeBucket, resultsPrefix('people'))] },
  ]
}

const READ_AND_WRITE = ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts']

const listBuckets = (resources: readonly string[]): Permission => ({
  sid: 'ListBuckets',
  // Athena asks for uploads in parts that it has begun.
  actions: ['s3:ListBucket', 's3:GetBucketLocation', 's3:ListBucketMultipartUploads'],
  resources,
})

function arnsOf(deployment: Deployment, partition: string) {
  const { region, account } = deployment
  const bucket = (name: string) => `arn:${partition}:s3:::${name}`
  return {
    names: deploymentNames(deployment),
    arn: (service: string, resource: string) => `arn:${partition}:${service}:${region}:${account}:${resource}`,
    bucket,
    object: (name: string, key: string) => `${bucket(name)}/${key}`,
    objects: (name: string, prefix: string) => `${bucket(name)}/${prefix}*`,
  }
}
