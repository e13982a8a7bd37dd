import { Aws, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib'
import { CfnNamedQuery, CfnWorkGroup } from 'aws-cdk-lib/aws-athena'
import { CfnDatabase } from 'aws-cdk-lib/aws-glue'
import { type CfnBucket, type IBucket, StorageClass } from 'aws-cdk-lib/aws-s3'
import type { Construct } from 'constructs'
import { type DeploymentNames, deploymentNames } from '../src/lake/deployment.ts'
import { resultsPrefix, stagedTablePrefix, stagingPrefix, sweepPrefix } from '../src/lake/keys.ts'
import { questions } from '../src/lake/sql/questions.ts'
import { mergeOrder, stagedTable } from '../src/lake/sql/tables.ts'
import type { AlarmRule } from './constructs/alarm-rule.ts'
import { privateBucket } from './constructs/private-bucket.ts'
import { StagingTable } from './constructs/staging-table.ts'
import { WorkQueue } from './constructs/work-queue.ts'
import type { Settings } from './settings.ts'

interface DataStackProps extends StackProps {
  readonly settings: Settings
}

/** What must survive any redeploy: buckets, work not yet done, catalog. Logical ids here never change; a test pins them. */
export class DataStack extends Stack {
  readonly names: DeploymentNames
  readonly inbox: IBucket
  readonly lake: IBucket
  readonly logs: IBucket
  readonly intake: WorkQueue
  readonly alarms: readonly AlarmRule[]
  private readonly keeps: boolean

  constructor(scope: Construct, id: string, { settings, ...props }: DataStackProps) {
    super(scope, id, props)
    this.keeps = settings.keepsData
    this.names = deploymentNames({ stage: settings.stage, account: Aws.ACCOUNT_ID, region: Aws.REGION })
    this.logs = this.accessLogs()
    this.intake = new WorkQueue(this, 'Intake', {
      queueName: this.names.intakeQueue,
      visibilityTimeout: Duration.seconds(6 * settings.ingest.timeoutSeconds + settings.ingest.batchWindowSeconds),
      sender: { bucketArn: `arn:${Aws.PARTITION}:s3:::${this.names.inboxBucket}`, account: Aws.ACCOUNT_ID },
    })
    this.alarms = this.intake.alarms
    this.inbox = this.inboxBucket()
    this.lake = this.lakeBucket()
    this.catalog()
    const people = this.workgroup('people', this.names.workgroup, settings.scanLimit.people)
    for (const { name, asks, sql } of questions) {
      const query = new CfnNamedQuery(this, `Question-${name}`, {
        name,
        description: asks,
        queryString: sql,
        database: this.names.database,
        workGroup: this.names.workgroup,
      })
      query.addResourceDependency(people)
    }
    this.workgroup('writer', this.names.writerWorkgroup, settings.scanLimit.writer)
  }

  private accessLogs(): IBucket {
    return privateBucket(this, 'Logs', {
      bucketName: this.names.logsBucket,
      keeps: this.keeps,
      lifecycleRules: [{ expiration: Duration.days(90) }],
    })
  }

  /** Where documents are dropped. Every version is kept: it is what everything else can be rebuilt from. */
  private inboxBucket(): IBucket {
    const bucket = privateBucket(this, 'Inbox', {
      bucketName: this.names.inboxBucket,
      keeps: this.keeps,
      versioned: true,
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: 'inbox/',
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
        {
          transitions: [{ storageClass: StorageClass.INTELLIGENT_TIERING, transitionAfter: Duration.days(30) }],
          noncurrentVersionExpiration: Duration.days(365),
        },
      ],
    })
    // The property of the resource itself: the library's method would add a custom resource and a function of its own.
    const resource = bucket.node.defaultChild as CfnBucket
    const queue = this.intake.queue.queueArn
    resource.notificationConfiguration = {
      queueConfigurations: ['s3:ObjectCreated:*', 's3:ObjectRemoved:*', 's3:LifecycleExpiration:*'].map(event => ({
        event,
        queue,
      })),
    }
    resource.addResourceDependency(this.intake.readyForEvents)
    return bucket
  }

  /** Staged batches, Iceberg tables, quarantined documents, query results; each under its own prefix. */
  private lakeBucket(): IBucket {
    const expire = (prefix: string, days: number) => ({ prefix, expiration: Duration.days(days) })
    return privateBucket(this, 'Lake', {
      bucketName: this.names.lakeBucket,
      keeps: this.keeps,
      serverAccessLogsBucket: this.logs,
      serverAccessLogsPrefix: 'lake/',
      // Never `tables/`: Iceberg alone knows which of its files are live.
      lifecycleRules: [
        { abortIncompleteMultipartUploadAfter: Duration.days(7) },
        expire(stagingPrefix, 30),
        expire('results/', 7),
        expire(sweepPrefix, 30),
      ],
    })
  }

  private catalog() {
    const database = new CfnDatabase(this, 'Database', {
      catalogId: Aws.ACCOUNT_ID,
      databaseName: this.names.database,
      databaseInput: {
        name: this.names.database,
        description: 'News as tables: articles, quotes, events, comments, and the documents they come from',
      },
    })
    database.applyRemovalPolicy(this.keeps ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY)
    // The Iceberg tables are made by migrations: CloudFormation loses their metadata when it updates them.
    for (const name of mergeOrder) {
      const { resource } = new StagingTable(this, `Staged${name[0]?.toUpperCase()}${name.slice(1)}`, {
        database: this.names.database,
        table: stagedTable(name),
        location: `s3://${this.names.lakeBucket}/${stagedTablePrefix(name)}`,
      })
      resource.addResourceDependency(database)
    }
  }

  private workgroup(to: 'people' | 'writer', name: string, scanLimit: number) {
    const id = to === 'people' ? 'People' : 'Writer'
    const workgroup = new CfnWorkGroup(this, `${id}Workgroup`, {
      name,
      recursiveDeleteOption: true,
      workGroupConfiguration: {
        enforceWorkGroupConfiguration: true,
        publishCloudWatchMetricsEnabled: true,
        requesterPaysEnabled: false,
        bytesScannedCutoffPerQuery: scanLimit,
        engineVersion: { selectedEngineVersion: 'Athena engine version 3' },
        resultConfiguration: {
          outputLocation: `s3://${this.names.lakeBucket}/${resultsPrefix(to)}`,
          expectedBucketOwner: Aws.ACCOUNT_ID,
          encryptionConfiguration: { encryptionOption: 'SSE_S3' },
        },
      },
    })
    workgroup.node.addDependency(this.lake)
    return workgroup
  }
}
