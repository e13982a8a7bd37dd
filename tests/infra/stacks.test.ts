import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { stages } from '../../infra/settings.ts'
import { deploymentNames, logGroups } from '../../src/lake/deployment.ts'
import { releaseRoot } from '../../src/lake/keys.ts'
import { questions } from '../../src/lake/sql/questions.ts'
import { mergeOrder, storedColumns } from '../../src/lake/sql/tables.ts'
import { type Placed, resourcesOf } from './synth.ts'

const resources = resourcesOf('prod')
const ofType = (type: string) => resources.filter(({ Type }) => Type === type)
function named(name: RegExp): Placed {
  const [found, ...others] = resources.filter(({ stack, id }) => name.test(`${stack} ${id}`))
  if (!found || others.length > 0)
    throw new Error(`expected one resource like ${name}, found ${others.length + (found ? 1 : 0)}`)
  return found
}
const text = (value: unknown) => JSON.stringify(value)
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] })

interface Statement {
  readonly Effect: string
  readonly Action: string | readonly string[]
  readonly Resource?: unknown
  readonly Condition?: unknown
}
const statementsOf = (properties: Record<string, unknown>) =>
  (properties.PolicyDocument as { Statement: readonly Statement[] }).Statement
const listOf = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T])

describe('what holds data', () => {
  test('outlives the stacks of prod, and is gone with those of dev', () => {
    const policies = (stage: string) =>
      resourcesOf(stage)
        .filter(({ Type }) => Type === 'AWS::S3::Bucket' || Type === 'AWS::Glue::Database')
        .map(({ DeletionPolicy }) => DeletionPolicy)
    expect(new Set(policies('prod'))).toEqual(new Set(['Retain']))
    expect(new Set(policies('dev'))).toEqual(new Set(['Delete']))
  })
})

describe('every bucket', () => {
  const buckets = ofType('AWS::S3::Bucket')

  test.each(buckets.map(bucket => [bucket.id, bucket] as const))(
    '%s is private, encrypted and spoken to over TLS',
    (id, bucket) => {
      expect(bucket.Properties).toMatchObject({
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      })
      expect(text(bucket.Properties.BucketEncryption)).toContain('AES256')
      const policy = ofType('AWS::S3::BucketPolicy').find(
        ({ Properties }) => text(Properties.Bucket) === text({ Ref: id }),
      )
      const denied = statementsOf(policy?.Properties ?? {}).find(({ Effect }) => Effect === 'Deny')
      expect(denied).toMatchObject({ Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } })
    },
  )

  test('that holds what cannot be made again keeps versions', () => {
    const versioned = buckets.filter(({ Properties }) => Properties.VersioningConfiguration).map(({ id }) => id)
    expect(versioned).toEqual(['InboxA8E05DC3', 'ReleasesE6BA3EBF'])
  })

  test('of tables expires nothing that Iceberg owns', () => {
    const { Rules: rules } = named(/^Data Lake\w{8}$/).Properties.LifecycleConfiguration as {
      Rules: readonly { Prefix?: string; ExpirationInDays?: number }[]
    }
    const expiring = rules.filter(({ ExpirationInDays }) => ExpirationInDays).map(({ Prefix }) => Prefix)
    expect(expiring).toEqual(['staging/', 'results/', 'sweeps/'])
  })
})

describe('the inbox', () => {
  const inbox = ofType('AWS::S3::Bucket').find(({ id }) => id.startsWith('Inbox'))

  test('tells the intake queue of what comes and goes', () => {
    expect(inbox?.Properties.NotificationConfiguration).toEqual({
      QueueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:LifecycleExpiration:*'].map(Event => ({
        Event,
        Queue: arnOf('IntakeQueue6FB53B87'),
      })),
    })
  })

  test('is made after the policy that lets it send', () => {
    expect(inbox?.DependsOn).toContain('IntakeQueuePolicy7DD39EDA')
  })

  test('is the only bucket that may send', () => {
    const policy = ofType('AWS::SQS::QueuePolicy').find(({ id }) => id === 'IntakeQueuePolicy7DD39EDA')
    const allowed = statementsOf(policy?.Properties ?? {}).filter(({ Effect }) => Effect === 'Allow')
    expect(allowed).toHaveLength(1)
    expect(allowed[0]).toMatchObject({
      Action: 'sqs:SendMessage',
      Principal: { Service: 's3.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
    })
    expect(text(allowed[0]?.Condition)).toContain('presslake-prod-inbox-')
  })
})

describe('every queue', () => {
  const queues = ofType('AWS::SQS::Queue')

  test('is encrypted and refuses plain HTTP', () => {
    for (const { Properties } of queues) expect(Properties.SqsManagedSseEnabled).toBe(true)
    const policies = ofType('AWS::SQS::QueuePolicy')
    expect(policies).toHaveLength(queues.length)
    for (const { Properties } of policies)
      expect(statementsOf(Properties)).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      )
  })

  test.each(Object.values(stages))('of $stage hides a message for six runs of its function', ({ stage, ingest }) => {
    const queue = resourcesOf(stage).find(({ id }) => id.startsWith('IntakeQueue'))
    expect(queue?.Properties.VisibilityTimeout).toBe(6 * ingest.timeoutSeconds + ingest.batchWindowSeconds)
    expect(ingest.batchSize > 10 ? ingest.batchWindowSeconds : 1).toBeGreaterThanOrEqual(1)
  })
})

describe('the catalog', () => {
  const tables = ofType('AWS::Glue::Table').map(({ Properties }) => Properties.TableInput as TableInput)
  interface TableInput {
    readonly Name: string
    readonly PartitionKeys: readonly { Name: string; Type: string }[]
    readonly Parameters: Readonly<Record<string, string>>
    readonly StorageDescriptor: {
      readonly Columns: readonly { Name: string; Type: string; Comment: string }[]
      readonly Location: unknown
    }
  }

  test('has a staging table for each table, with its columns', () => {
    expect(tables.map(({ Name }) => Name)).toEqual(mergeOrder.map(name => `${name}_staged`))
    for (const [i, name] of mergeOrder.entries())
      expect(tables[i]?.StorageDescriptor.Columns.map(({ Name }) => Name)).toEqual(Object.keys(storedColumns(name)))
  })

  test('speaks of types that Hive has, in comments that Glue takes', () => {
    const type = /^(string|int|bigint|double|boolean|date|timestamp|array<.+>|struct<.+>)$/
    for (const { Columns } of tables.map(table => table.StorageDescriptor))
      for (const { Type, Comment } of Columns) {
        expect(Type).toMatch(type)
        expect(Comment.length).toBeLessThanOrEqual(255)
      }
  })

  test('finds the batches that a query names, and only those', () => {
    for (const { Name, PartitionKeys, Parameters } of tables) {
      const folder = Name.replace('_staged', '')
      expect(PartitionKeys).toEqual([expect.objectContaining({ Name: 'batch', Type: 'string' })])
      expect(Parameters).toMatchObject({ 'projection.enabled': 'true', 'projection.batch.type': 'injected' })
      expect(text(Parameters['storage.location.template'])).toContain(`/staging/${folder}/batch=\${batch}/`)
    }
  })

  test('is queried in workgroups that clients cannot override', () => {
    const workgroups = ofType('AWS::Athena::WorkGroup').map(({ Properties }) => Properties.WorkGroupConfiguration)
    expect(workgroups).toHaveLength(2)
    for (const [i, limit] of [stages.prod?.scanLimit.people, stages.prod?.scanLimit.writer].entries())
      expect(workgroups[i]).toMatchObject({
        EnforceWorkGroupConfiguration: true,
        BytesScannedCutoffPerQuery: limit,
        EngineVersion: { SelectedEngineVersion: 'Athena engine version 3' },
        ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
      })
  })
})

test('people find named queries in their workgroup', () => {
  const named = ofType('AWS::Athena::NamedQuery').map(({ Properties }) => Properties)
  expect(named.map(({ Name }) => Name)).toEqual(questions.map(({ name }) => name))
  for (const { WorkGroup, Database } of named)
    expect([WorkGroup, Database]).toEqual(['presslake-prod', 'presslake_prod'])
})

describe('functions', () => {
  test('give back the messages they could not do, run on Graviton and keep their logs for a while', () => {
    const functions = ofType('AWS::Lambda::Function')
    expect(functions.map(({ id }) => id.slice(0, -8))).toEqual(
      ['Ingest', 'Migrate', 'Merge', 'SweepPlan', 'SweepRead', 'TakedownWork'].map(name =>
        expect.stringContaining(name),
      ),
    )
    for (const { Properties } of functions)
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        LoggingConfig: { LogFormat: 'JSON' },
      })
    expect(ofType('AWS::Logs::LogGroup').map(({ Properties }) => Properties.RetentionInDays)).toEqual(Array(8).fill(90))
    expect(ofType('AWS::Lambda::EventSourceMapping')[0]?.Properties).toMatchObject({
      BatchSize: 200,
      MaximumBatchingWindowInSeconds: 120,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 50 },
    })
  })

  test('may do what this list says', () => {
    const wild = ofType('AWS::IAM::Policy').flatMap(({ id, Properties }) =>
      statementsOf(Properties).flatMap(({ Action, Resource }) =>
        listOf(Resource)
          .map(resource => path(resource))
          .filter(resource => resource.includes('*'))
          .map(resource => `${id.slice(0, -8)} ${listOf(Action).join(' ')} → ${resource}`),
      ),
    )
    expect(wild).toMatchInlineSnapshot(`
      [
        "IngestIngestRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-inbox-<AccountId>-<Region>/*",
        "IngestIngestRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/quarantine/*",
        "IngestIngestRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/staging/*",
        "MigrateRoleDefaultPolicy glue:BatchGetPartition glue:CreateTable glue:DeleteTable glue:GetDatabase glue:GetPartition glue:GetPartitions glue:GetTable glue:GetTables glue:UpdateTable → arn:<Partition>:glue:<Region>:<AccountId>:table/presslake_prod/*",
        "MigrateRoleDefaultPolicy s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/results/writer/*",
        "MigrateRoleDefaultPolicy s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/tables/*",
        "MigrateRoleDefaultPolicy s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/writer/*",
        "MigrateRoleDefaultPolicy s3:DeleteObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/tables/*",
        "MigrateRoleDefaultPolicy s3:DeleteObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/writer/*",
        "MergeRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/results/writer/*",
        "MergeRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/staging/*",
        "MergeRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/tables/*",
        "MergeRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/takedowns/*",
        "MergeRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/writer/*",
        "MergeRoleDefaultPolicy s3:DeleteObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/staging/*",
        "MergeRoleDefaultPolicy s3:DeleteObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/tables/*",
        "MergeRoleDefaultPolicy s3:DeleteObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/writer/*",
        "MergeRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/results/writer/*",
        "MergeRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/tables/*",
        "MergeRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/unreadable/*",
        "MergeRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/writer/*",
        "MergeRoleDefaultPolicy glue:BatchGetPartition glue:CreateTable glue:DeleteTable glue:GetDatabase glue:GetPartition glue:GetPartitions glue:GetTable glue:GetTables glue:UpdateTable → arn:<Partition>:glue:<Region>:<AccountId>:table/presslake_prod/*",
        "SchedulerRoleForTargeta7807aDefaultPolicy lambda:InvokeFunction → <Merge2365FAD5.Arn>:*",
        "SweepSweepPlanRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/results/people/*",
        "SweepSweepPlanRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/tables/documents_stored/*",
        "SweepSweepPlanRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/results/people/*",
        "SweepSweepPlanRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/sweeps/*",
        "SweepSweepReadRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-inbox-<AccountId>-<Region>/*",
        "SweepSweepReadRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/sweeps/*",
        "SweepSweepReadRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/quarantine/*",
        "SweepSweepReadRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/staging/*",
        "SweepMachineRoleDefaultPolicy s3:AbortMultipartUpload s3:GetObject s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/sweeps/*",
        "SweepMachineRoleDefaultPolicy states:DescribeExecution states:RedriveExecution states:StopExecution → arn:<Partition>:states:<Region>:<AccountId>:execution:presslake-prod-sweep/Read:*",
        "SweepMachineRoleDefaultPolicy states:DescribeExecution states:RedriveExecution states:StopExecution → arn:<Partition>:states:<Region>:<AccountId>:execution:presslake-prod-sweep:*",
        "SweepMachineRoleDefaultPolicy logs:CreateLogDelivery logs:DeleteLogDelivery logs:DescribeLogGroups logs:DescribeResourcePolicies logs:GetLogDelivery logs:ListLogDeliveries logs:PutResourcePolicy logs:UpdateLogDelivery xray:GetSamplingRules xray:GetSamplingTargets xray:PutTelemetryRecords xray:PutTraceSegments → *",
        "TakedownWorkRoleDefaultPolicy glue:BatchGetPartition glue:CreateTable glue:DeleteTable glue:GetDatabase glue:GetPartition glue:GetPartitions glue:GetTable glue:GetTables glue:UpdateTable → arn:<Partition>:glue:<Region>:<AccountId>:table/presslake_prod/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-inbox-<AccountId>-<Region>/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/quarantine/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/releases-full/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/results/people/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/results/publisher/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/results/writer/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/staging/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/sweeps/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/tables/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/unreadable/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/writer/*",
        "TakedownWorkRoleDefaultPolicy s3:DeleteObject s3:DeleteObjectVersion → arn:<Partition>:s3:::presslake-prod-releases-<AccountId>-<Region>/releases/*",
        "TakedownWorkRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/quarantine/*",
        "TakedownWorkRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/releases-full/*",
        "TakedownWorkRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/results/writer/*",
        "TakedownWorkRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/staging/*",
        "TakedownWorkRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/sweeps/*",
        "TakedownWorkRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/tables/*",
        "TakedownWorkRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/takedowns/*",
        "TakedownWorkRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/writer/*",
        "TakedownWorkRoleDefaultPolicy s3:GetObject → arn:<Partition>:s3:::presslake-prod-releases-<AccountId>-<Region>/releases/*",
        "TakedownWorkRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/releases-full/*",
        "TakedownWorkRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/results/writer/*",
        "TakedownWorkRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/staging/*",
        "TakedownWorkRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/sweeps/*",
        "TakedownWorkRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/tables/*",
        "TakedownWorkRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/takedowns/*",
        "TakedownWorkRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/unreadable/*",
        "TakedownWorkRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-lake-<AccountId>-<Region>/writer/*",
        "TakedownWorkRoleDefaultPolicy s3:AbortMultipartUpload s3:ListMultipartUploadParts s3:PutObject → arn:<Partition>:s3:::presslake-prod-releases-<AccountId>-<Region>/releases/*",
        "TakedownMachineRoleDefaultPolicy logs:CreateLogDelivery logs:DeleteLogDelivery logs:DescribeLogGroups logs:DescribeResourcePolicies logs:GetLogDelivery logs:ListLogDeliveries logs:PutResourcePolicy logs:UpdateLogDelivery xray:GetSamplingRules xray:GetSamplingTargets xray:PutTelemetryRecords xray:PutTraceSegments → *",
      ]
    `)
  })

  test('may take no action that is wild, and are trusted by one service each', () => {
    const actions = ofType('AWS::IAM::Policy').flatMap(({ Properties }) =>
      statementsOf(Properties).flatMap(({ Action }) => listOf(Action)),
    )
    expect(actions.length).toBeGreaterThan(20)
    expect(actions.filter(action => action.includes('*'))).toEqual([])
    const roles = ofType('AWS::IAM::Role').map(({ Properties }) => Properties)
    for (const { ManagedPolicyArns } of roles) expect(ManagedPolicyArns).toBeUndefined()
    const trusted = roles.map(({ AssumeRolePolicyDocument }) =>
      statementsOf({ PolicyDocument: AssumeRolePolicyDocument }).map(statement => Object(statement).Principal),
    )
    expect(trusted).toEqual(
      [
        ...['lambda', 'lambda', 'lambda', 'scheduler', 'lambda', 'lambda', 'states', 'scheduler'],
        ...['lambda', 'states'],
      ].map(service => [{ Service: `${service}.amazonaws.com` }]),
    )
  })

  test('are started by the clock as the settings say', () => {
    expect(
      ofType('AWS::Scheduler::Schedule').map(({ Properties }) => [
        Properties.ScheduleExpression,
        (Properties.Target as { Input: string }).Input,
      ]),
    ).toEqual([
      ['rate(30 minutes)', '{"task":"merge"}'],
      ['cron(30 2 * * ? *)', '{"task":"upkeep"}'],
      ['cron(0 1 * * ? *)', '{"prefix":"","newerRules":false,"dryRun":false,"graceMinutes":120,"nightly":true}'],
    ])
  })
})

describe('releases', () => {
  test('are read through one distribution alone', () => {
    const policy = ofType('AWS::S3::BucketPolicy').find(({ stack }) => stack === 'Publishing')
    const allowed = statementsOf(policy?.Properties ?? {}).filter(({ Effect }) => Effect === 'Allow')
    expect(allowed).toHaveLength(1)
    expect(allowed[0]).toMatchObject({ Action: 's3:GetObject', Principal: { Service: 'cloudfront.amazonaws.com' } })
    expect(text(allowed[0]?.Condition)).toContain('Distribution830FAC52')
    expect(ofType('AWS::CloudFront::OriginAccessControl')).toHaveLength(1)
  })

  test('that are full lie in a bucket that nothing serves', () => {
    expect(releaseRoot('full').startsWith(releaseRoot('open'))).toBe(false)
    const served = ofType('AWS::S3::BucketPolicy').filter(({ Properties }) => text(Properties).includes('cloudfront'))
    expect(served.map(({ stack }) => stack)).toEqual(['Publishing'])
    expect(ofType('AWS::CloudFront::Distribution')).toHaveLength(1)
  })

  test('are served over TLS, for reading', () => {
    expect(named(/^Publishing Distribution\w{8}$/).Properties.DistributionConfig).toMatchObject({
      DefaultCacheBehavior: { ViewerProtocolPolicy: 'redirect-to-https', AllowedMethods: ['GET', 'HEAD', 'OPTIONS'] },
    })
  })
})

describe('alarms', () => {
  const alarms = ofType('AWS::CloudWatch::Alarm')
  const runbook = readFileSync(new URL('../../docs/runbook.md', import.meta.url), 'utf8')

  test('each have a section in the runbook, and each section an alarm', () => {
    const named = alarms.map(({ Properties }) => String(Properties.AlarmName).replace('presslake-prod-', ''))
    const sections = [...runbook.matchAll(/^## (\S+)$/gm)].map(([, heading]) => heading)
    expect(sections.sort()).toEqual(named.sort())
  })

  test('all tell somebody', () => {
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions).toEqual([{ Ref: 'Alarms04B5A0BF' }])
      expect(Properties.AlarmDescription).toMatch(/docs\/runbook\.md#[a-z]+$/)
    }
  })
})

test('names are those that the command line works out from the address of the lake', () => {
  const names = Object.values(deploymentNames({ stage: 'prod', account: '<AccountId>', region: '<Region>' }))
  const made = path(resources)
  for (const name of [...names, ...Object.values(logGroups('prod'))]) expect(made).toContain(name)
})

/** A value of a template as text, its functions carried out as far as that can be done. */
function path(value: unknown): string {
  if (Array.isArray(value)) return value.map(path).join(' ')
  if (typeof value !== 'object' || value === null) return String(value)
  const { Ref, 'Fn::Join': join, 'Fn::GetAtt': attribute } = value as Record<string, unknown>
  if (Ref) return `<${String(Ref).replace('AWS::', '')}>`
  if (attribute) return `<${(attribute as string[]).join('.')}>`
  if (join) return ((join as [string, unknown[]])[1] ?? []).map(path).join((join as [string])[0])
  return Object.values(value).map(path).join(' ')
}
