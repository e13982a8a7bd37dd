/** The state machine of sweeps, as it would be deployed. */
import { describe, expect, test } from 'vitest'
import { stages } from '../../infra/settings.ts'
import { type Placed, resourcesOf } from './synth.ts'

const resources = resourcesOf('prod')
const machine = resources.find(
  ({ Type, Properties }) =>
    Type === 'AWS::StepFunctions::StateMachine' && Properties.StateMachineName === 'presslake-prod-sweep',
) as Placed

interface Task {
  readonly Parameters: Readonly<Record<string, unknown>>
  readonly Retry: readonly { readonly ErrorEquals: readonly string[]; readonly JitterStrategy: string }[]
}
interface Definition {
  readonly StartAt: string
  readonly States: {
    readonly Plan: Task
    readonly Read: Readonly<Record<string, unknown>> & {
      readonly ItemProcessor: { readonly ProcessorConfig: object; readonly States: { readonly ReadBatch: Task } }
    }
    readonly IsAnythingToRead: { readonly Choices: readonly object[]; readonly Default: string }
  }
}

/** The text of the template, with names in the place of what CloudFormation fills in. */
const { 'Fn::Join': join } = machine.Properties.DefinitionString as { 'Fn::Join': [string, unknown[]] }
const text = join[1].map(part => (typeof part === 'string' ? part : JSON.stringify(part).replaceAll('"', ''))).join('')
const { StartAt, States } = JSON.parse(text) as Definition

describe('a sweep', () => {
  test('plans first, and reads when there is something to read', () => {
    expect(StartAt).toBe('Plan')
    expect(States.Plan.Parameters.Payload).toEqual({
      'id.$': '$$.Execution.Name',
      ...Object.fromEntries(
        ['prefix', 'newerRules', 'dryRun', 'graceMinutes', 'nightly'].map(name => [`${name}.$`, `$.${name}`]),
      ),
    })
    expect(States.IsAnythingToRead).toMatchObject({
      Choices: [{ Variable: '$.isWritten', BooleanEquals: true, Next: 'Read' }],
      Default: 'Done',
    })
  })

  test('hands out the batches of the plan, so many at once, and writes down what came of each', () => {
    expect(States.Read).toMatchObject({
      Type: 'Map',
      MaxConcurrency: stages.prod?.sweep.concurrency,
      ToleratedFailurePercentage: 1,
      ItemReader: { ReaderConfig: { InputType: 'JSON' }, Parameters: { 'Key.$': '$.plan' } },
      ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' } },
      ResultWriter: { Parameters: { Prefix: 'sweeps/results' } },
    })
    expect(JSON.stringify(States.Read)).not.toContain('ItemBatcher')
  })

  test('tries again what fails, at moments that differ', () => {
    const { ReadBatch } = States.Read.ItemProcessor.States
    expect(ReadBatch.Retry).toMatchObject([{ ErrorEquals: ['States.ALL'], MaxAttempts: 4, JitterStrategy: 'FULL' }])
    expect(States.Plan.Retry).toMatchObject([{ MaxAttempts: 2, JitterStrategy: 'FULL' }])
    // Asked for something that cannot be done, the plan fails at once.
    expect(States.Plan.Retry[0]?.ErrorEquals).toContain('OperationalError')
    expect(States.Plan.Retry[0]?.ErrorEquals).not.toContain('UsageError')
  })

  test('is logged without the names of documents, and traced', () => {
    expect(machine.Properties).toMatchObject({
      StateMachineName: 'presslake-prod-sweep',
      StateMachineType: 'STANDARD',
      LoggingConfiguration: { Level: 'ALL', IncludeExecutionData: false },
      TracingConfiguration: { Enabled: true },
    })
  })

  test('has its permissions before it is made', () => {
    const policy = resources.find(({ id }) => id.startsWith('SweepMachineRoleDefaultPolicy'))
    expect(machine.DependsOn).toContain(policy?.id)
  })

  test('goes by the clock before upkeep, for what no event told of', () => {
    for (const { sweep, merge } of Object.values(stages))
      expect(Number(sweep.nightly.hour)).toBeLessThan(Number(merge.upkeep.hour))
  })
})
