import { CfnOutput, CustomResource, Duration, Stack, type StackProps } from 'aws-cdk-lib'
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import type { Construct } from 'constructs'
import { logGroups } from '../src/lake/deployment.ts'
import {
  quarantinePrefix,
  resultsPrefix,
  stagingPrefix,
  tablesPrefix,
  takedownPrefix,
  unreadablePrefix,
  writerPrefix,
} from '../src/lake/keys.ts'
import { type AlarmRule, counted } from './constructs/alarm-rule.ts'
import { deadLetterAlarm, deadLetterQueue } from './constructs/dead-letter-queue.ts'
import { mergeAlarms } from './constructs/merge-alarms.ts'
import { mergeByTheClock } from './constructs/merge-clock.ts'
import { NodeFunction, type NodeFunctionProps } from './constructs/node-function.ts'
import { PeoplePolicy } from './constructs/people-policy.ts'
import { QueueWorker } from './constructs/queue-worker.ts'
import { Sweep } from './constructs/sweep.ts'
import { Takedown } from './constructs/takedown.ts'
import type { DataStack } from './data-stack.ts'
import { deleteObjects, listObjects, readObjects, writeObjects, writeTables } from './grants.ts'
import type { PublishingStack } from './publishing-stack.ts'
import type { Settings } from './settings.ts'
import { tablesFingerprint } from './tables-fingerprint.ts'

interface PipelineStackProps extends StackProps {
  readonly settings: Settings
  readonly data: DataStack
  readonly publishing: PublishingStack
}

/**
 * What happens to documents, and when: ingest at every drop, merge and upkeep by the clock, migrations at every deploy, and
 * every night a sweep for what was missed; takedowns when somebody asks.
 */
export class PipelineStack extends Stack {
  readonly alarms: readonly AlarmRule[]
  private readonly settings: Settings
  private readonly data: DataStack
  /** What nobody waits for and could not be done. */
  private readonly missed: Queue

  constructor(scope: Construct, id: string, { settings, data, publishing, ...props }: PipelineStackProps) {
    super(scope, id, props)
    this.settings = settings
    this.data = data
    this.addStackDependency(data)
    this.missed = deadLetterQueue(this, 'ClockDeadLetters', data.names.clockDeadLetters)
    const ingest = this.ingest()
    const migrate = this.migrate()
    const merge = this.merge()
    const shared = { settings, names: data.names, tablesLocation: this.tablesLocation }
    const sweep = new Sweep(this, 'Sweep', { ...shared, missed: this.missed })
    const { distributionId } = publishing.distribution
    const takedown = new Takedown(this, 'Takedown', { ...shared, distributionId })
    this.alarms = [
      ...ingest.alarms,
      counted(
        settings.stage,
        'FailedDocuments',
        "The program failed on a document, which is its fault and not the document's",
      ),
      ...migrate.alarms,
      ...mergeAlarms(merge, settings),
      deadLetterAlarm('ClockDeadLetters', 'A tick of the clock could not be handed over, or failed', this.missed),
      ...sweep.alarms,
      ...takedown.alarms,
    ]
    const policy = new PeoplePolicy(this, 'CommandLine', { stage: settings.stage, role: 'commandLine' })
    new CfnOutput(this, 'CommandLinePolicy', {
      value: policy.managedPolicyArn,
      description: 'To be attached to users of the command line',
    })
    new CfnOutput(this, 'Lake', { value: `s3://${data.names.lakeBucket}`, description: 'For presslake --lake' })
    new CfnOutput(this, 'Inbox', { value: `s3://${data.names.inboxBucket}`, description: 'Drop documents here' })
  }

  /** Inbox events → staged batches. */
  private ingest(): QueueWorker {
    const { settings, data } = this
    const worker = new QueueWorker(this, 'Ingest', {
      entry: 'ingest.ts',
      description: 'Reads documents of the inbox and stages their rows',
      memoryMb: settings.ingest.memoryMb,
      timeout: Duration.seconds(settings.ingest.timeoutSeconds),
      environment: {
        STAGE: settings.stage,
        INBOX_BUCKET: data.names.inboxBucket,
        LAKE_BUCKET: data.names.lakeBucket,
      },
      logGroupName: logGroups(settings.stage).ingest,
      logRetentionDays: settings.logRetentionDays,
      beside: ['parquet-wasm/node/parquet_wasm_bg.wasm'],
      threads: ['document-thread.ts'],
      work: data.intake,
      batchSize: settings.ingest.batchSize,
      batchWindow: Duration.seconds(settings.ingest.batchWindowSeconds),
      concurrency: settings.ingest.concurrency,
    })
    grant(worker.function, [
      ...readObjects(data.names.inboxBucket, ''),
      writeObjects(data.names.lakeBucket, stagingPrefix, quarantinePrefix),
    ])
    return worker
  }

  /** Brings the tables to the version of this deployment, before it is said to be deployed. */
  private migrate(): NodeFunction {
    const migrate = this.writer('Migrate', 'migrate.ts', 'Makes and changes the tables at deploy time', {
      logGroupName: logGroups(this.settings.stage).migrate,
    })
    grant(migrate, [listObjects(this.data.names.lakeBucket), ...this.tableGrants()])
    migrate.configureAsyncInvoke({ onFailure: new SqsDestination(this.missed) })
    const run = new CustomResource(this, 'Migrations', {
      resourceType: 'Custom::TableMigrations',
      serviceToken: migrate.functionArn,
      // CloudFormation calls the function again whenever this changes.
      properties: { Fingerprint: tablesFingerprint() },
    })
    if (migrate.role) run.node.addDependency(migrate.role)
    return migrate
  }

  /** Staged batches → tables, one run at a time. */
  private merge(): NodeFunction {
    const { settings, data } = this
    const merge = this.writer(
      'Merge',
      'merge.ts',
      'Merges staged batches into the tables, and keeps the tables in shape',
      { functionName: data.names.mergeFunction, logGroupName: logGroups(settings.stage).merge },
    )
    grant(merge, [
      ...readObjects(data.names.lakeBucket, stagingPrefix, takedownPrefix),
      deleteObjects(data.names.lakeBucket, stagingPrefix),
      writeObjects(data.names.lakeBucket, unreadablePrefix),
      ...this.tableGrants(),
    ])
    mergeByTheClock(this, { merge, settings: settings.merge, missed: this.missed })
    return merge
  }

  private get tablesLocation(): string {
    return `s3://${this.data.names.lakeBucket}/${tablesPrefix}`
  }

  private writer(
    id: string,
    entry: `${string}.ts`,
    description: string,
    named: Pick<NodeFunctionProps, 'functionName' | 'logGroupName'>,
  ): NodeFunction {
    const { names } = this.data
    return new NodeFunction(this, id, {
      entry,
      description,
      ...named,
      // It waits for Athena; the work is done there.
      memoryMb: 256,
      timeout: Duration.minutes(15),
      environment: {
        STAGE: this.settings.stage,
        LAKE_BUCKET: names.lakeBucket,
        DATABASE: names.database,
        WORKGROUP: names.writerWorkgroup,
        TABLES_LOCATION: this.tablesLocation,
      },
      logRetentionDays: this.settings.logRetentionDays,
    })
  }

  private tableGrants(): readonly PolicyStatement[] {
    const { names } = this.data
    return [
      ...writeTables(this, names),
      ...readObjects(names.lakeBucket, tablesPrefix, resultsPrefix('writer')),
      writeObjects(names.lakeBucket, tablesPrefix, resultsPrefix('writer')),
      deleteObjects(names.lakeBucket, tablesPrefix),
      // The lease that lets one of them write at a time.
      ...readObjects(names.lakeBucket, writerPrefix),
      writeObjects(names.lakeBucket, writerPrefix),
      deleteObjects(names.lakeBucket, writerPrefix),
    ]
  }
}

function grant(to: NodeFunction, statements: readonly PolicyStatement[]) {
  for (const statement of statements) to.addToRolePolicy(statement)
}
