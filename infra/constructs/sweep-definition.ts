/** The steps of a sweep, in Amazon States Language. */
import { Aws } from 'aws-cdk-lib'

interface SweepParts {
  /** ARNs of the functions. */
  readonly plan: string
  readonly read: string
  /** Where the plan lies, and where the results of its batches are written. */
  readonly bucket: string
  /** Prefix of the results, below which every run has a folder of its own. */
  readonly results: string
  /** Batches read at once, at most. */
  readonly concurrency: number
}

/** How the executions that read the batches are called, below the name of the state machine. */
export const READ_LABEL = 'Read'

/** Of a hundred batches, one may fail for good without the rest being given up. The next sweep finds its documents again. */
const TOLERATED_PERCENT = 1

const PASSING = [
  'OperationalError',
  'Lambda.ServiceException',
  'Lambda.AWSLambdaException',
  'Lambda.SdkClientException',
  'Lambda.TooManyRequestsException',
]

const integration = (name: string) => `arn:${Aws.PARTITION}:states:::${name}`

const invoke = (functionArn: string, payload: object) => ({
  Type: 'Task',
  Resource: integration('lambda:invoke'),
  Parameters: { FunctionName: functionArn, ...payload },
  OutputPath: '$.Payload',
})

/**
 * Plan → read every batch of the plan. An item of the map names a file with its documents: how many go together is the plan's
 * to say, which knows their sizes, and no message comes near the limit of 256 KiB.
 */
export const sweepDefinition = ({ plan, read, bucket, results, concurrency }: SweepParts) => ({
  StartAt: 'Plan',
  States: {
    Plan: {
      ...invoke(plan, {
        Payload: {
          'id.$': '$$.Execution.Name',
          'prefix.$': '$.prefix',
          'newerRules.$': '$.newerRules',
          'dryRun.$': '$.dryRun',
          'graceMinutes.$': '$.graceMinutes',
          'nightly.$': '$.nightly',
        },
      }),
      Retry: [{ ErrorEquals: PASSING, IntervalSeconds: 10, MaxAttempts: 2, BackoffRate: 3, JitterStrategy: 'FULL' }],
      Next: 'IsAnythingToRead',
    },
    IsAnythingToRead: {
      Type: 'Choice',
      Choices: [{ Variable: '$.isWritten', BooleanEquals: true, Next: 'Read' }],
      Default: 'Done',
    },
    Read: {
      Type: 'Map',
      Label: READ_LABEL,
      MaxConcurrency: concurrency,
      ToleratedFailurePercentage: TOLERATED_PERCENT,
      ItemReader: {
        Resource: integration('s3:getObject'),
        ReaderConfig: { InputType: 'JSON' },
        Parameters: { Bucket: bucket, 'Key.$': '$.plan' },
      },
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' },
        StartAt: 'ReadBatch',
        States: {
          ReadBatch: {
            ...invoke(read, { 'Payload.$': '$' }),
            Retry: [
              {
                ErrorEquals: ['States.ALL'],
                IntervalSeconds: 5,
                MaxAttempts: 4,
                BackoffRate: 3,
                MaxDelaySeconds: 300,
                JitterStrategy: 'FULL',
              },
            ],
            End: true,
          },
        },
      },
      ResultWriter: {
        Resource: integration('s3:putObject'),
        Parameters: { Bucket: bucket, Prefix: results },
      },
      ResultPath: '$.read',
      Next: 'Done',
    },
    Done: { Type: 'Succeed' },
  },
})
