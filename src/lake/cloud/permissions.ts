/**
 * What a person may have to do with a deployed lake: the policy that `infra/` makes for users of the command line, and what
 * `presslake doctor` names when something is refused. Named actions on named resources; a wildcard only after a prefix.
 */
import { type Deployment, deploymentNames, logGroups } from '../deployment.ts'
import { resultsPrefix, tablesPrefix, takedownPrefix } from '../keys.ts'

export interface Permission {
  /** Id of the statement, `[A-Za-z0-9]+`. */
  readonly sid: string
  readonly actions: readonly string[]
  /** ARNs. */
  readonly resources: readonly string[]
}

/** Everything that `status`, `ingest`, `sql`, `merge`, `backfill`, `tail` and `doctor` need, and nothing else. */
export function commandLinePermissions(deployment: Deployment, partition: string): readonly Permission[] {
  const { region, account, stage } = deployment
  const names = deploymentNames(deployment)
  const arn = (service: string, resource: string) => `arn:${partition}:${service}:${region}:${account}:${resource}`
  const bucket = (name: string) => `arn:${partition}:s3:::${name}`
  const objects = (name: string, prefix: string) => `${bucket(name)}/${prefix}*`
  return [
    {
      sid: 'ListBuckets',
      // Athena asks for uploads in parts that it has begun.
      actions: ['s3:ListBucket', 's3:GetBucketLocation', 's3:ListBucketMultipartUploads'],
      resources: [bucket(names.lakeBucket), bucket(names.inboxBucket), bucket(names.releasesBucket)],
    },
    {
      sid: 'DropDocuments',
      actions: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
      resources: [objects(names.inboxBucket, '')],
    },
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
    {
      sid: 'KeepAnswers',
      actions: ['s3:GetObject', 's3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'],
      resources: [objects(names.lakeBucket, resultsPrefix('people'))],
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
      sid: 'ReadLogs',
      actions: ['logs:FilterLogEvents'],
      resources: Object.values(logGroups(stage)).map(group => arn('logs', `log-group:${group}:*`)),
    },
  ]
}
