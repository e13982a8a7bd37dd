import { Aws, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib'
import { Metric } from 'aws-cdk-lib/aws-cloudwatch'
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import { CfnStateMachine } from 'aws-cdk-lib/aws-stepfunctions'
import { Construct } from 'constructs'
import { type DeploymentNames, logGroups } from '../../src/lake/deployment.ts'
import {
  quarantinePrefix,
  releaseRoot,
  resultsPrefix,
  stagingPrefix,
  sweepPrefix,
  tablesPrefix,
  takedownPrefix,
  unreadablePrefix,
  writerPrefix,
} from '../../src/lake/keys.ts'
import {
  deliverLogsAndTraces,
  eraseObjects,
  followQueries,
  listVersions,
  readObjects,
  writeObjects,
  writeTables,
} from '../grants.ts'
import type { Settings } from '../settings.ts'
import { ALARM_PERIOD, type AlarmRule, counted } from './alarm-rule.ts'
import { NodeFunction } from './node-function.ts'
import { takedownDefinition } from './takedown-definition.ts'

interface TakedownProps {
  readonly settings: Settings
  readonly names: DeploymentNames
  /** `s3://bucket/prefix/` of the Iceberg tables. */
  readonly tablesLocation: string
  /** That serves releases. */
  readonly distributionId: string
}

/** Takes articles down for good, when somebody asks: a function in turns, by a state machine that calls it until it is done. */
export class Takedown extends Construct {
  readonly alarms: readonly AlarmRule[]
  private readonly props: TakedownProps

  constructor(scope: Construct, id: string, props: TakedownProps) {
    super(scope, id)
    this.props = props
    const machine = this.machine(this.workFunction())
    this.alarms = [
      this.failures(machine),
      counted(props.settings.stage, 'TakedownRemains', 'A takedown ended, and something of the article is left'),
    ]
  }

  private workFunction(): NodeFunction {
    const { settings, names, tablesLocation } = this.props
    const work = new NodeFunction(this, 'Work', {
      entry: 'takedown.ts',
      description: 'Takes an article down, step by step, and proves that nothing is left',
      // It reads the articles of releases, part by part.
      memoryMb: 1769,
      timeout: Duration.minutes(15),
      environment: {
        STAGE: settings.stage,
        INBOX_BUCKET: names.inboxBucket,
        LAKE_BUCKET: names.lakeBucket,
        RELEASES_BUCKET: names.releasesBucket,
        DATABASE: names.database,
        WORKGROUP: names.writerWorkgroup,
        PEOPLE_WORKGROUP: names.workgroup,
        TABLES_LOCATION: tablesLocation,
      },
      logGroupName: logGroups(settings.stage).takedown,
      logRetentionDays: settings.logRetentionDays,
      beside: ['parquet-wasm/node/parquet_wasm_bg.wasm'],
    })
    for (const statement of this.grants()) work.addToRolePolicy(statement)
    return work
  }

  private grants(): readonly PolicyStatement[] {
    const { names } = this.props
    const { lakeBucket: lake, inboxBucket: inbox, releasesBucket: releases } = names
    const stack = Stack.of(this)
    const answers = [resultsPrefix('people'), resultsPrefix('writer'), resultsPrefix('publisher')]
    const copies = [stagingPrefix, quarantinePrefix, unreadablePrefix, sweepPrefix, ...answers]
    const [open, full] = [releaseRoot('open'), releaseRoot('full')]
    return [
      ...writeTables(stack, names),
      followQueries(stack, names.workgroup),
      listVersions(inbox, lake, releases),
      eraseObjects(inbox, ''),
      ...readObjects(
        lake,
        ...[tablesPrefix, resultsPrefix('writer'), writerPrefix, takedownPrefix, full],
        ...[stagingPrefix, quarantinePrefix, sweepPrefix],
      ),
      writeObjects(
        lake,
        ...[tablesPrefix, resultsPrefix('writer'), writerPrefix, takedownPrefix, full],
        ...[stagingPrefix, unreadablePrefix, sweepPrefix],
      ),
      eraseObjects(lake, tablesPrefix, writerPrefix, full, ...copies),
      ...readObjects(releases, open),
      writeObjects(releases, open),
      eraseObjects(releases, open),
    ]
  }

  /** Written out, as that of sweeps is. */
  private machine(work: NodeFunction): CfnStateMachine {
    const { settings, names, distributionId } = this.props
    const logs = new LogGroup(this, 'MachineLogs', {
      logGroupName: `/aws/vendedlogs/states/${names.takedownMachine}`,
      retention: settings.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(this, 'MachineRole', { assumedBy: new ServicePrincipal('states.amazonaws.com') })
    for (const statement of [
      new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [work.functionArn] }),
      new PolicyStatement({
        actions: ['cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'],
        resources: [`arn:${Aws.PARTITION}:cloudfront::${Aws.ACCOUNT_ID}:distribution/${distributionId}`],
      }),
      deliverLogsAndTraces,
    ])
      role.addToPolicy(statement)
    const machine = new CfnStateMachine(this, 'Machine', {
      stateMachineName: names.takedownMachine,
      stateMachineType: 'STANDARD',
      roleArn: role.roleArn,
      definitionString: Stack.of(this).toJsonString(
        takedownDefinition({ work: work.functionArn, distribution: distributionId }),
      ),
      loggingConfiguration: {
        level: 'ALL',
        includeExecutionData: false,
        destinations: [{ cloudWatchLogsLogGroup: { logGroupArn: logs.logGroupArn } }],
      },
      tracingConfiguration: { enabled: true },
    })
    machine.node.addDependency(role)
    return machine
  }

  private failures(machine: CfnStateMachine): AlarmRule {
    return {
      name: 'TakedownFailed',
      meaning: 'A takedown ended before it was done',
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
