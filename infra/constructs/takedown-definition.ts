/** The steps of a takedown, in Amazon States Language: one function, called again until it says that it is done. */
import { Aws } from 'aws-cdk-lib'

interface TakedownParts {
  /** ARN of the function. */
  readonly work: string
  /** Id of the distribution that serves releases. */
  readonly distribution: string
}

const integration = (name: string) => `arn:${Aws.PARTITION}:states:::${name}`

/** Longer than any takedown; one that waits for ever is a failure that somebody hears of. */
const DAYS = 3
const LOOK_AGAIN_SECONDS = 20

/** Too many invalidations at once, or CloudFront has a bad minute. */
const PASSING = [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 30, MaxAttempts: 6, BackoffRate: 2 }]

export const takedownDefinition = ({ work, distribution }: TakedownParts) => ({
  StartAt: 'Begin',
  TimeoutSeconds: DAYS * 86_400,
  States: {
    Begin: {
      Type: 'Pass',
      Parameters: { 'articleId.$': '$.articleId', 'run.$': '$$.Execution.Name', scope: '', invalidated: false },
      Next: 'Work',
    },
    Work: {
      Type: 'Task',
      Resource: integration('lambda:invoke'),
      Parameters: { FunctionName: work, 'Payload.$': '$' },
      OutputPath: '$.Payload',
      Retry: [
        {
          ErrorEquals: ['States.ALL'],
          IntervalSeconds: 30,
          MaxAttempts: 4,
          BackoffRate: 3,
          MaxDelaySeconds: 600,
          JitterStrategy: 'FULL',
        },
      ],
      Next: 'IsDone',
    },
    IsDone: {
      Type: 'Choice',
      Choices: [
        { Variable: '$.isDone', BooleanEquals: true, Next: 'Done' },
        { Variable: '$.paths.count', NumericGreaterThan: 0, Next: 'Invalidate' },
      ],
      Default: 'Pause',
    },
    Pause: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'Work' },
    Invalidate: {
      Type: 'Task',
      Resource: integration('aws-sdk:cloudfront:createInvalidation'),
      Parameters: {
        DistributionId: distribution,
        InvalidationBatch: {
          'CallerReference.$': "States.Format('{}-{}', $$.Execution.Name, $$.State.EnteredTime)",
          Paths: { 'Quantity.$': '$.paths.count', 'Items.$': '$.paths.items' },
        },
      },
      ResultPath: '$.asked',
      Retry: PASSING,
      Next: 'Invalidating',
    },
    Invalidating: { Type: 'Wait', Seconds: LOOK_AGAIN_SECONDS, Next: 'LookAgain' },
    LookAgain: {
      Type: 'Task',
      Resource: integration('aws-sdk:cloudfront:getInvalidation'),
      Parameters: { DistributionId: distribution, 'Id.$': '$.asked.Invalidation.Id' },
      ResultPath: '$.asked',
      Retry: PASSING,
      Next: 'IsInvalidated',
    },
    IsInvalidated: {
      Type: 'Choice',
      Choices: [{ Variable: '$.asked.Invalidation.Status', StringEquals: 'InProgress', Next: 'Invalidating' }],
      Default: 'Invalidated',
    },
    Invalidated: {
      Type: 'Pass',
      Parameters: { 'articleId.$': '$.articleId', 'run.$': '$.run', scope: '', invalidated: true },
      Next: 'Work',
    },
    Done: { Type: 'Succeed' },
  },
})
