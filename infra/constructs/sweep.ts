import { Aws, Duration, RemovalPolicy, Stack, TimeZone } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { Schedule, ScheduleExpression, ScheduleTargetInput } from 'aws-cdk-lib/aws-scheduler'
import { StepFunctionsStartExecution } from 'aws-cdk-lib/aws-scheduler-targets'
import type { Queue } from 'aws-cdk-lib/aws-sqs'
import { CfnStateMachine, StateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { type DeploymentNames, logGroups } from '../../src/lake/deployment.ts'
import {
  quarantinePrefix,
  resultsPrefix,
  stagingPrefix,
  sweepPrefix,
  sweepResults,
  tablesPrefix,
} from '../../src/lake/keys.ts'
import { storedName } from '../../src/lake/sql/tables.ts'
import { deliverLogsAndTraces, listVersions, queryTable, readObjects, writeObjects } from '../grants.ts'
import type { Settings } from '../settings.ts'
import { ALARM_PERIOD, type AlarmRule, counted } from './alarm-rule.ts'
import { NodeFunction } from './node-function.ts'
import { READ_LABEL, sweepDefinition } from './sweep-definition.ts'

interface SweepProps {
  readonly settings: Settings
  readonly names: DeploymentNames
  /** `s3://bucket/prefix/` of the Iceberg tables. */
  readonly tablesLocation: string
  /** For ticks of the clock that could not be handed over. */
  readonly missed: Queue
}

/** Longer than an event takes from the inbox to the tables: queue, ingest, and the next merge or two. */
const GRACE_MINUTES = 120

/**
 * The inbox against the tables: a function plans what has to be read, and a distributed map has it read, batch by batch.
 * By the clock every night, and whenever somebody asks for it.
 */
export class Sweep extends Construct {
  readonly alarms: readonly AlarmRule[]
  private readonly props: SweepProps

  constructor(scope: Construct, id: string, props: SweepProps) {
    super(scope, id)
    this.props = props
    const plan = this.planFunction()
    const read = this.readFunction()
    const machine = this.machine(plan, read)
    this.nightly(machine)
    this.alarms = [
      ...plan.alarms.filter(({ name }) => name === 'SweepPlanSlow'),
      this.failures(machine),
      counted(props.settings.stage, 'MissedDocuments', 'The nightly sweep found documents of which no event had told'),
    ]
  }

  private planFunction(): NodeFunction {
    const { settings, names, tablesLocation } = this.props
    const plan = new NodeFunction(this, 'SweepPlan', {
      entry: 'sweep-plan.ts',
      description: 'Looks through the inbox and plans what has to be read',
      memoryMb: 1769,
      timeout: Duration.minutes(15),
      environment: {
        STAGE: settings.stage,
        INBOX_BUCKET: names.inboxBucket,
        LAKE_BUCKET: names.lakeBucket,
        DATABASE: names.database,
        // Not the writer's: what runs there keeps merges waiting.
        WORKGROUP: names.workgroup,
        TABLES_LOCATION: tablesLocation,
      },
      logGroupName: logGroups(settings.stage)['sweep-plan'],
      logRetentionDays: settings.logRetentionDays,
    })
    const table = storedName('documents')
    const results = resultsPrefix('people')
    for (const statement of [
      listVersions(names.inboxBucket),
      ...queryTable(Stack.of(this), names, table),
      ...readObjects(names.lakeBucket, `${tablesPrefix}${table}/`, results),
      writeObjects(names.lakeBucket, results, sweepPrefix),
    ])
      plan.addToRolePolicy(statement)
    return plan
  }

  private readFunction(): NodeFunction {
    const { settings, names } = this.props
    const read = new NodeFunction(this, 'SweepRead', {
      entry: 'sweep-read.ts',
      description: 'Reads a batch of a plan and stages its rows',
      memoryMb: settings.ingest.memoryMb,
      timeout: Duration.minutes(15),
      environment: { STAGE: settings.stage, INBOX_BUCKET: names.inboxBucket, LAKE_BUCKET: names.lakeBucket },
      logGroupName: logGroups(settings.stage)['sweep-read'],
      logRetentionDays: settings.logRetentionDays,
      beside: ['parquet-wasm/node/parquet_wasm_bg.wasm'],
      threads: ['document-thread.ts'],
    })
    for (const statement of [
      ...readObjects(names.inboxBucket, ''),
      ...readObjects(names.lakeBucket, sweepPrefix),
      writeObjects(names.lakeBucket, stagingPrefix, quarantinePrefix),
    ])
      read.addToRolePolicy(statement)
    return read
  }

  /** Written out, and not composed by the library, whose grants are for whole buckets and every version of a function. */
  private machine(plan: NodeFunction, read: NodeFunction): CfnStateMachine {
    const { settings, names } = this.props
    const stack = Stack.of(this)
    const logs = new LogGroup(this, 'MachineLogs', {
      // Log groups of this prefix need no resource policy of their own, of which an account has few.
      logGroupName: `/aws/vendedlogs/states/${names.sweepMachine}`,
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'MachineRole', { assumedBy: new ServicePrincipal('states.amazonaws.com') })
    const states = (resource: string, resourceName: string) =>
      `arn:${Aws.PARTITION}:states:${Aws.REGION}:${Aws.ACCOUNT_ID}:${resource}:${resourceName}`
    for (const statement of [
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [plan.functionArn, read.functionArn] }),
      ...readObjects(names.lakeBucket, sweepPrefix),
      writeObjects(names.lakeBucket, sweepPrefix),
      new PolicyStatement({
        actions: ['states:StartExecution'],
        resources: [states('stateMachine', names.sweepMachine)],
      }),
      new PolicyStatement({
        actions: ['states:DescribeExecution', 'states:StopExecution', 'states:RedriveExecution'],
        resources: [`${names.sweepMachine}:*`, `${names.sweepMachine}/${READ_LABEL}:*`].map(name =>
          states('execution', name),
        ),
      }),
      deliverLogsAndTraces,
    ])
      role.addToPolicy(statement)
    const machine = new CfnStateMachine(this, 'Machine', {
      stateMachineName: names.sweepMachine,
      stateMachineType: 'STANDARD',
      roleArn: role.roleArn,
      definitionString: stack.toJsonString(
        sweepDefinition({
          plan: plan.functionArn,
          read: read.functionArn,
          bucket: names.lakeBucket,
          results: sweepResults,
          concurrency: settings.sweep.concurrency,
        }),
      ),
      loggingConfiguration: {
        level: 'ALL',
        // Inputs and outputs hold the names of documents.
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: logs.logGroupArn } }],
      },
      tracingConfiguration: { enabled: true },
    })
    machine.node.addDependency(role)
    return machine
  }

  /** Newer rules are asked for by a person: they read everything again. */
  private nightly(machine: CfnStateMachine) {
    const input = { prefix: '', newerRules: false, dryRun: false, graceMinutes: GRACE_MINUTES, nightly: true }
    new Schedule(this, 'Nightly', {
      description: 'Find and read what no event told of',
      schedule: ScheduleExpression.cron({ ...this.props.settings.sweep.nightly, timeZone: TimeZone.ETC_UTC }),
      target: new StepFunctionsStartExecution(StateMachine.fromStateMachineArn(this, 'Started', machine.attrArn), {
        input: ScheduleTargetInput.fromObject(input),
        retryAttempts: 0,
        deadLetterQueue: this.props.missed,
      }),
    })
  }

  private failures(machine: CfnStateMachine): AlarmRule {
    return {
      name: 'SweepFailed',
      meaning: 'A sweep ended before everything was read that it had planned',
      metric: new Metric({
        namespace: 'AWS/States',
        metricName: 'ExecutionsFailed',
        dimensionsMap: { StateMachineArn: machine.attrArn },
        statistic: 'sum',
        period: ALARM_PERIOD,
      }),
      threshold: 0,
    }
  }
}
