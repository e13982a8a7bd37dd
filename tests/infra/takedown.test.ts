/** The state machine of takedowns, as it would be deployed. */
import { describe, expect, test } from 'vitest'
import { type Placed, resourcesOf } from './synth.ts'

const machine = resourcesOf('prod').find(
  ({ Type, Properties }) =>
    Type === 'AWS::StepFunctions::StateMachine' && Properties.StateMachineName === 'presslake-prod-takedown',
) as Placed
const { 'Fn::Join': join } = machine.Properties.DefinitionString as { 'Fn::Join': [string, unknown[]] }
const text = join[1].map(part => (typeof part === 'string' ? part : JSON.stringify(part).replaceAll('"', ''))).join('')
const { States, StartAt, TimeoutSeconds } = JSON.parse(text) as {
  readonly StartAt: string
  readonly TimeoutSeconds: number
  readonly States: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

describe('a takedown', () => {
  test('begins with the article, under the name of its execution', () => {
    expect(States[StartAt]).toMatchObject({
      Parameters: { 'articleId.$': '$.articleId', 'run.$': '$$.Execution.Name', scope: '', invalidated: false },
      Next: 'Work',
    })
  })

  test('calls the function until it is done, and waits as long as it says', () => {
    expect(States.Work).toMatchObject({
      OutputPath: '$.Payload',
      Next: 'IsDone',
      Retry: [{ ErrorEquals: ['States.ALL'] }],
    })
    expect(States.IsDone).toMatchObject({
      Choices: [
        { Variable: '$.isDone', BooleanEquals: true, Next: 'Done' },
        { Variable: '$.paths.count', NumericGreaterThan: 0, Next: 'Invalidate' },
      ],
      Default: 'Pause',
    })
    expect(States.Pause).toMatchObject({ SecondsPath: '$.seconds', Next: 'Work' })
    expect(TimeoutSeconds).toBe(3 * 86_400)
  })

  test('has the cache let go what was withdrawn, waits until it has, and tells the function so', () => {
    expect(States.Invalidate?.Resource).toMatch(/:states:::aws-sdk:cloudfront:createInvalidation$/)
    expect(States.Invalidate?.Parameters).toMatchObject({
      DistributionId: expect.stringContaining('Distribution'),
      InvalidationBatch: { Paths: { 'Quantity.$': '$.paths.count', 'Items.$': '$.paths.items' } },
    })
    expect(States.IsInvalidated).toMatchObject({
      Choices: [{ StringEquals: 'InProgress', Next: 'Invalidating' }],
      Default: 'Invalidated',
    })
    expect(States.Invalidated).toMatchObject({ Parameters: { invalidated: true }, Next: 'Work' })
  })

  test('every state is reached, and leads to one that is there', () => {
    const named = new Set([StartAt, ...[...text.matchAll(/"(?:Next|Default)":"(\w+)"/g)].map(([, name]) => name)])
    expect([...named].sort()).toEqual(Object.keys(States).sort())
  })

  test('keeps what it works on out of its log', () => {
    expect(machine.Properties.LoggingConfiguration).toMatchObject({ IncludeExecutionData: false })
  })
})
