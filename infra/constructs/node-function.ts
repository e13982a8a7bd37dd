import { fileURLToPath } from 'node:url'
import { type Duration, RemovalPolicy } from 'aws-cdk-lib'
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam'
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda'
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs'
import { LogGroup } from 'aws-cdk-lib/aws-logs'
import type { Construct } from 'constructs'
import { ALARM_PERIOD, type AlarmRule } from './alarm-rule.ts'
import { bundleOptions, threadFile, threadOptions } from './bundle-options.ts'

export interface NodeFunctionProps {
  /** File in `lambdas/`. */
  readonly entry: `${string}.ts`
  readonly description: string
  readonly functionName?: string
  readonly memoryMb: number
  readonly timeout: Duration
  readonly environment: Record<string, string>
  /** One of the names in `src/lake/deployment.ts`, where the command line finds it. */
  readonly logGroupName: string
  readonly logRetentionDays: number
  /** Files of packages, from node_modules/, that the bundle finds beside itself. */
  readonly beside?: readonly string[]
  /** Files in `lambdas/` that it runs as threads. */
  readonly threads?: readonly `${string}.ts`[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))

function threadCommand(input: string, output: string, thread: `${string}.ts`): string {
  const options = Object.entries(threadOptions).map(([name, value]) => `--${name}=${value}`)
  return `${input}/node_modules/.bin/esbuild ${input}/lambdas/${thread} --outfile=${output}/${threadFile(thread)} --log-level=warning ${options.join(' ')}`
}

/** A function of `lambdas/`: bundled by esbuild without Docker, with a role and a log group of its own. */
export class NodeFunction extends NodejsFunction {
  readonly alarms: readonly AlarmRule[]

  constructor(scope: Construct, id: string, props: NodeFunctionProps) {
    const logGroup = new LogGroup(scope, `${id}Logs`, {
      logGroupName: props.logGroupName,
      retention: props.logRetentionDays,
      removalPolicy: RemovalPolicy.DESTROY,
    })
    const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') })
    logGroup.grantWrite(role)
    super(scope, id, {
      entry: `${root}lambdas/${props.entry}`,
      description: props.description,
      ...(props.functionName === undefined ? {} : { functionName: props.functionName }),
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb,
      timeout: props.timeout,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
      role,
      logGroup,
      loggingFormat: LoggingFormat.JSON,
      projectRoot: root,
      depsLockFilePath: `${root}package-lock.json`,
      bundling: {
        format: OutputFormat.ESM,
        ...bundleOptions,
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        // The SDK is bundled, too: what is deployed is what was tested.
        externalModules: [],
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (input, output) => [
            ...(props.beside ?? []).map(file => `cp ${input}/node_modules/${file} ${output}`),
            ...(props.threads ?? []).map(thread => threadCommand(input, output, thread)),
          ],
        },
      },
    })
    this.alarms = [
      {
        name: `${id}Errors`,
        meaning: `${id} ended with an error`,
        metric: this.metricErrors({ period: ALARM_PERIOD }),
        threshold: 0,
      },
      {
        name: `${id}Throttles`,
        meaning: `${id} was refused a run: the account has none to spare`,
        metric: this.metricThrottles({ period: ALARM_PERIOD }),
        threshold: 0,
        periods: 3,
      },
      {
        name: `${id}Slow`,
        meaning: `${id} needs more than 80 % of its time limit`,
        metric: this.metricDuration({ period: ALARM_PERIOD, statistic: 'p99' }),
        threshold: 0.8 * props.timeout.toMilliseconds(),
        periods: 3,
      },
    ]
  }
}
