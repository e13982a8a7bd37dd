/**
 * What each function may do, as policy statements: named actions on named resources. A wildcard stands only after a prefix,
 * for objects and tables that do not exist yet; `acknowledged.ts` lists every one.
 */
import { ArnFormat, Aws, type Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { DeploymentNames } from '../src/lake/deployment.ts'

const allow = (actions: readonly string[], resources: readonly string[]) =>
  new PolicyStatement({ actions: [...actions], resources: [...resources] })

const bucketArn = (bucket: string) => `arn:${Aws.PARTITION}:s3:::${bucket}`
const below = (bucket: string, prefixes: readonly string[]) => prefixes.map(prefix => `${bucketArn(bucket)}/${prefix}*`)

export const listObjects = (bucket: string) =>
  allow(['s3:ListBucket', 's3:GetBucketLocation', 's3:ListBucketMultipartUploads'], [bucketArn(bucket)])

/** Reading what lies below the prefixes; listing, too, without which S3 says «forbidden» for «not found». */
export const readObjects = (bucket: string, ...prefixes: readonly string[]) => [
  allow(['s3:GetObject'], below(bucket, prefixes)),
  listObjects(bucket),
]

export const writeObjects = (bucket: string, ...prefixes: readonly string[]) =>
  allow(['s3:PutObject', 's3:AbortMultipartUpload', 's3:ListMultipartUploadParts'], below(bucket, prefixes))

export const deleteObjects = (bucket: string, ...prefixes: readonly string[]) =>
  allow(['s3:DeleteObject'], below(bucket, prefixes))

/** Deleting with every version, where the bucket keeps versions. */
export const eraseObjects = (bucket: string, ...prefixes: readonly string[]) =>
  allow(['s3:DeleteObject', 's3:DeleteObjectVersion'], below(bucket, prefixes))

/** Listing objects and versions of objects, without reading any. */
export const listVersions = (...buckets: readonly string[]) => allow(['s3:ListBucketVersions'], buckets.map(bucketArn))

/** Seeing which queries of a workgroup run, not their answers. */
export const followQueries = (stack: Stack, workgroup: string) =>
  allow(['athena:ListQueryExecutions', 'athena:BatchGetQueryExecution'], [workgroupArn(stack, workgroup)])

const QUERYING = [
  'athena:StartQueryExecution',
  'athena:StopQueryExecution',
  'athena:GetQueryExecution',
  'athena:GetQueryResults',
  'athena:GetWorkGroup',
]

const workgroupArn = (stack: Stack, resourceName: string) =>
  stack.formatArn({ service: 'athena', resource: 'workgroup', resourceName })

const glueArn = (stack: Stack, resource: string, resourceName?: string) =>
  stack.formatArn({
    service: 'glue',
    resource,
    ...(resourceName === undefined ? { arnFormat: ArnFormat.NO_RESOURCE_NAME } : { resourceName }),
  })

/** Asking one table, in the workgroup of people. */
export const queryTable = (stack: Stack, names: DeploymentNames, table: string) => [
  allow(QUERYING, [workgroupArn(stack, names.workgroup)]),
  allow(
    ['glue:GetDatabase', 'glue:GetTable', 'glue:GetPartition', 'glue:GetPartitions', 'glue:BatchGetPartition'],
    [
      glueArn(stack, 'catalog'),
      glueArn(stack, 'database', names.database),
      glueArn(stack, 'table', `${names.database}/${table}`),
    ],
  ),
]

/** Running statements in the writer's workgroup, on the tables of one database. */
export function writeTables(stack: Stack, names: DeploymentNames) {
  return [
    allow(
      [...QUERYING, 'athena:ListQueryExecutions', 'athena:BatchGetQueryExecution'],
      [workgroupArn(stack, names.writerWorkgroup)],
    ),
    allow(
      [
        'glue:GetDatabase',
        'glue:GetTable',
        'glue:GetTables',
        'glue:CreateTable',
        'glue:UpdateTable',
        'glue:DeleteTable',
        // Athena asks for these of every table it reads, partitioned or not.
        'glue:GetPartition',
        'glue:GetPartitions',
        'glue:BatchGetPartition',
      ],
      [
        glueArn(stack, 'catalog'),
        glueArn(stack, 'database', names.database),
        glueArn(stack, 'table', `${names.database}/*`),
      ],
    ),
  ]
}

/** For state machines. These actions know no resources. */
export const deliverLogsAndTraces = allow(
  [
    'logs:CreateLogDelivery',
    'logs:GetLogDelivery',
    'logs:UpdateLogDelivery',
    'logs:DeleteLogDelivery',
    'logs:ListLogDeliveries',
    'logs:PutResourcePolicy',
    'logs:DescribeResourcePolicies',
    'logs:DescribeLogGroups',
    'xray:PutTraceSegments',
    'xray:PutTelemetryRecords',
    'xray:GetSamplingRules',
    'xray:GetSamplingTargets',
  ],
  ['*'],
)
